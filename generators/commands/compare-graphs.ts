import { checkGraphs } from '../checks/check-graphs.ts';
import { filesWithGraphs } from '../checks/files-with-graphs.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readRepositoryFolders } from '../disk/read-files.ts';
import { realDisk } from '../disk/real-disk.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { readBaseFiles } from '../emit/records/read-base-files.ts';
import { compareDocuments } from '../kro/compare/compare-documents.ts';
import type { Kinds } from '../kube/kinds.ts';

/** Where those of the library are written. */
const libraryFolder = 'out/shared';
const folders: readonly string[] = ['hub', 'spokes', libraryFolder];

/**
 * What becomes of the instances and objects of the graphs that a base has: of the library's too, as a newer compiler may
 * bring others. `kinds`: those that there are with the graphs of this repository; none are given where it has none.
 */
export function compareGraphs(root: string, base: string, kinds?: Kinds): readonly Diagnostic[] {
  const before = readBaseFiles(realDisk(), root, base, folders);
  const old = filesWithGraphs(before.sources);
  if (old.length === 0) return before.problems;
  const now = filesWithGraphs(readRepositoryFolders(root, folders).sources);
  return [...before.problems, ...compareDocuments(old, now, kinds ?? checkGraphs([], vendoredKinds()).kinds)];
}
