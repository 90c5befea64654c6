import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Listing, listRepository } from '../../disk/list-repository.ts';
import { type ReadRepository, readListed } from '../../disk/read-repository.ts';
import { sha256 } from '../../disk/sha256.ts';
import { compareOutput } from '../../emit/compare-output.ts';
import { compareBuild } from '../../emit/records/compare-build.ts';
import { recordPath } from '../../emit/records/record.ts';
import { type Kept, saveState } from '../../emit/state/build-state.ts';
import { type WrittenTree, writeChanges } from '../../emit/write-changes.ts';
import { explainEdits } from '../../explain/explain-edits.ts';
import { type RepositoryFiles, withHashes } from '../../load/repository-files.ts';
import type { Source } from '../../source/source.ts';
import { newTables, type Tables } from '../../tables.ts';
import { compileFiles } from '../compile-root.ts';
import type { Build, BuildPlace } from './built.ts';
import { compilerHash } from './compiler-hash.ts';
import type { LastBuild } from './last-build.ts';
import { encodePlaced } from './placed-json.ts';
import { decodeTables, encodeTables } from './saved-tables.ts';
import { unreadSource } from './unread-source.ts';

/** Compiles what the last build does not know, and writes what changed. With an error nothing is written. */
export async function buildFleet(
  place: BuildPlace,
  last: LastBuild | undefined,
  restore: readonly string[],
): Promise<Build> {
  const listing = last?.listing ?? listRepository(place.root);
  if (last !== undefined) {
    const read = readChanged(place.root, last);
    const sameFile = (path: string) => (last.same.has(path) ? sourceIn(read.files, path) : undefined);
    const tables = decodeTables(last.state, sameFile);
    const built = await compileAndWrite(place, listing, read, tables, { last: last.state });
    if (built !== undefined) return built;
  }
  const read = readListed(place.root, listing);
  return (await compileAndWrite(place, listing, read, newTables(), { restore })) as Build;
}

interface Options {
  readonly last?: LastBuild['state'];
  readonly restore?: readonly string[];
}

/** Undefined where there is something to say of what the last build wrote, for which it must be compiled. */
async function compileAndWrite(
  place: BuildPlace,
  listing: Listing,
  read: ReadRepository,
  tables: Tables,
  { last, restore = [] }: Options,
): Promise<Build | undefined> {
  const { disk, root } = place;
  const files = withHashes(read.files, sha256);
  const compilation = await compileFiles({ ...read, files }, tables);
  const { diagnostics, outputs, kept: owners = [], fleet } = compilation;
  const spokes = fleet?.spokes.size ?? 0;
  if (outputs === undefined) return { diagnostics, spokes, changes: [] };
  const records = new Set(owners.map(recordPath));
  const kept = last && { state: last, isKept: (record: string) => records.has(record) };
  const differences = compareOutput(disk, root, outputs, { restore, ...(kept && { kept }) });
  const comparison = await explainEdits(differences, compilation);
  const compared = compareBuild(disk, root, comparison, kept);
  const problems = [...comparison.problems, ...compared.problems];
  if (kept !== undefined && problems.length > 0) return undefined;
  const all = [...diagnostics, ...problems];
  if (all.some(({ severity }) => severity === 'error')) return { diagnostics: all, spokes, changes: [] };
  const tree = writeChanges(disk, root, comparison);
  if ('problem' in tree) return { diagnostics: [...all, tree.problem], spokes, changes: [] };
  // What was said of a commit is to be said again.
  if (problems.length === 0)
    remember(place, { listing, files, tables, tree, kept, head: compared.head, told: diagnostics, spokes });
  return { diagnostics: all, spokes, changes: comparison.changes };
}

/** Files of the configuration that are as they were are not read: what they say is known. */
function readChanged(root: string, { listing, same }: LastBuild): ReadRepository {
  const isUnread = (path: string) => path.startsWith('config/') && same.has(path);
  const read = readListed(root, { ...listing, files: listing.files.filter(({ path }) => !isUnread(path)) });
  const config = listing.files.flatMap(({ path }): [string, Source][] => {
    const source = isUnread(path) ? unreadSource(root, path, same.get(path)) : read.files.config.get(path);
    return source === undefined ? [] : [[path, source]];
  });
  return { ...read, files: { ...read.files, config: new Map(config) } };
}

function sourceIn({ config, authored, others }: RepositoryFiles, path: string): Source {
  return config.get(path) ?? authored.get(path) ?? others.get(path) ?? { path, text: '' };
}

interface Memory {
  readonly listing: Listing;
  readonly files: RepositoryFiles;
  readonly tables: Tables;
  readonly tree: WrittenTree;
  readonly kept: Kept | undefined;
  readonly head: string | undefined;
  readonly told: readonly Diagnostic[];
  readonly spokes: number;
}

/** Keeps what the next build may rely on. */
function remember({ disk, root, since }: BuildPlace, memory: Memory): void {
  const { listing, files, tables, tree, kept, head, told, spokes } = memory;
  saveState(disk, root, {
    since,
    compiler: compilerHash,
    inputs: listing.files.map((file) => ({ ...file, hash: sourceIn(files, file.path).hash ?? '' })),
    tree,
    ...(kept && { kept }),
    head,
    payloads: encodeTables(tables),
    meta: { spokes: String(spokes), told: encodePlaced(told) },
  });
}
