import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Disk } from '../../disk/disk.ts';
import type { CompiledOwner } from '../../model/change.ts';
import type { Kept } from '../state/build-state.ts';
import type { TreeComparison } from '../tree/compare-tree.ts';
import { originIn } from '../tree/out-path.ts';
import { compareRecords } from './compare-records.ts';
import { parseRecord } from './parse-record.ts';
import { findHead, readBase, readFolderRecords, readHead } from './read-base.ts';

export interface BuildComparison {
  readonly problems: readonly Diagnostic[];
  /** Hash of the records that the last commit has, to be kept in the state. */
  readonly head: string | undefined;
}

function recordTexts({ owners, files }: TreeComparison['compiled']): Map<string, string> {
  return new Map(owners.map(({ record }) => [record, files.get(record)?.content ?? '']));
}

/** Owners that were not compiled, as their records on disk say. */
function ownersOf(texts: ReadonlyMap<string, string>): CompiledOwner[] {
  const owners: CompiledOwner[] = [];
  for (const [path, text] of texts) {
    const record = parseRecord(path, text);
    if (!('reason' in record)) owners.push({ ...record, record: path, locate: () => originIn(path, text) });
  }
  return owners;
}

/**
 * Whether a build would do to existing spokes and networks what must not be done. What counts is what was committed, as
 * nothing else was delivered: a spoke that was only tried out may change and go. Without a commit (or without records in
 * it) it is what the last build wrote.
 */
export function compareBuild(disk: Disk, root: string, comparison: TreeComparison, kept?: Kept): BuildComparison {
  const { tree: head, problems } = findHead(disk, root);
  const { compiled, outdated, tree } = comparison;
  if (head === undefined) {
    const base = { records: outdated, paths: new Set(tree.records.keys()) };
    return { problems: [...problems, ...compareRecords(base, compiled.owners)], head };
  }
  const isKept = (path: string): boolean => kept?.isKept(path) === true;
  const texts = recordTexts(compiled);
  const keptTexts = new Map<string, string>();
  // Kept owners were compared by the build that wrote them, unless something was committed since.
  const isCompared = kept?.state.head === head ? (path: string) => !isKept(path) : () => true;
  if (kept !== undefined && kept.state.head !== head) {
    for (const [path, text] of readFolderRecords(disk, root)) if (isKept(path)) keptTexts.set(path, text);
  }
  const base = readHead(root, head, new Map([...keptTexts, ...texts]), isCompared);
  const differing = new Set(base.records.map(({ path }) => path));
  const keptOwners = ownersOf(new Map([...keptTexts].filter(([path]) => differing.has(path))));
  return {
    problems: [...problems, ...base.problems, ...compareRecords(base, [...compiled.owners, ...keptOwners])],
    head,
  };
}

/** Whether the step from a base (a folder, or a commit) to what was compiled is allowed: `check --base`. */
export function compareWithBase(
  disk: Disk,
  root: string,
  base: string,
  { compiled }: TreeComparison,
): readonly Diagnostic[] {
  const found = readBase(disk, root, base, recordTexts(compiled));
  return [...found.problems, ...compareRecords(found, compiled.owners)];
}
