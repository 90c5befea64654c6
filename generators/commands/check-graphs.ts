import { asErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readBaseFiles } from '../emit/read-base-files.ts';
import { realDisk } from '../emit/real-disk.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { compareDocuments } from '../kro/compare/compare-documents.ts';
import { readFilesIfThere } from '../load/read-files.ts';
import { vendoredKinds } from '../load/vendored-kinds.ts';
import { rgds } from '../rgds/registry.gen.ts';
import { renderRgd } from '../rgds/render-rgd.ts';
import type { Source } from '../source/source.ts';

/** Folders in which people keep graphs of their own. */
const folders = ['hub', 'spokes'];
/** Where those of the library are written. */
const libraryFolder = 'out/shared';

/** Looks as if it had a graph, an instance of one, or a kind that one may use. */
const aboutGraphs = /\bResourceGraphDefinition\b|\bkro\.run\/|\bCustomResourceDefinition\b/;

const aboutThem = (sources: readonly Source[]) => sources.filter(({ text }) => aboutGraphs.test(text));

/**
 * What kro would refuse of the graphs that people wrote, of their instances, and of the library's graphs, which they may
 * use. Kinds are those that this program knows, and those whose CRD is in the same folders. With a `base`, also what becomes
 * of the instances and objects of the graphs that it has: of the library's too, as a newer compiler may bring others.
 */
export function checkGraphs(root: string, base?: string): readonly Diagnostic[] {
  const { sources, problems } = readFilesIfThere(root, folders);
  const library = Object.values(rgds);
  const given = library.map((rgd) => ({ object: renderRgd(rgd, library) }));
  const wanted = aboutThem(sources);
  const { diagnostics, kinds } = checkDocuments(wanted, vendoredKinds(), given);
  if (base === undefined) return [...asErrors(problems), ...diagnostics];
  const before = aboutThem(readBaseFiles(realDisk(), root, base, [...folders, libraryFolder]));
  const after = [...wanted, ...aboutThem(readFilesIfThere(root, [libraryFolder]).sources)];
  return [...asErrors(problems), ...diagnostics, ...compareDocuments(before, after, kinds)];
}
