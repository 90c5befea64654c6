import { changedInputs, isOutUntouched, loadState, saveState } from '../../emit/build-state.ts';
import { compareBuild } from '../../emit/compare-build.ts';
import type { Disk } from '../../emit/disk.ts';
import { findHead } from '../../emit/read-base.ts';
import { recordPath } from '../../emit/record.ts';
import type { StateData } from '../../emit/state-file.ts';
import { planOutput } from '../../emit/sync-output.ts';
import { applyPlan } from '../../emit/write.ts';
import { type Listing, listRepository } from '../../load/list-repository.ts';
import { readListed } from '../../load/read-repository.ts';
import { compileFiles } from '../compile-root.ts';
import { type Build, writeBuild } from './build-all.ts';
import { decodeSpoke } from './known-spokes.ts';
import { compilerHash } from './remember-build.ts';

/** A build that left something to rely on, and the files that there are now. */
interface Memory {
  readonly disk: Disk;
  readonly root: string;
  readonly state: StateData;
  readonly listing: Listing;
  /** Hashes of the files that are as they were, by path. */
  readonly same: ReadonlyMap<string, string>;
}

/**
 * Builds only what changed since the last build: nothing, or some spokes. Undefined where more must be looked at: there
 * is no memory to rely on, out/ was touched, another file changed, or something is to be reported.
 */
export async function buildChanged(disk: Disk, root: string): Promise<Build | undefined> {
  const state = loadState(disk, root, compilerHash);
  if (state === undefined) return undefined;
  const listing = listRepository(root);
  if (listing.problems.length > 0) return undefined;
  const { changed, gone, same } = changedInputs(disk, root, state, listing.files);
  if (![...changed, ...gone].every(isSpoke) || hasNamesakes(listing) || !isOutUntouched(disk, root, state))
    return undefined;
  const isSame = changed.length === 0 && gone.length === 0;
  const memory: Memory = { disk, root, state, listing, same };
  return isSame ? rebuildNothing(memory) : await buildSpokes(memory, new Set(changed));
}

/** Nothing is to be written; what was committed since the last build is compared with what that build wrote. */
function rebuildNothing({ disk, root, state, listing, same }: Memory): Build | undefined {
  const nothingDone: Build = { diagnostics: [], spokes: Number(state.meta['spokes']), changes: [] };
  const head = findHead(disk, root);
  if ((head.tree ?? '') === state.head && head.problems.length === 0) return nothingDone;
  const kept = { state, isKept: () => true };
  const plan = planOutput(disk, root, [], { kept });
  const compared = compareBuild(disk, root, plan, kept);
  if (compared.problems.length > 0) return undefined;
  const tree = applyPlan(disk, root, plan);
  if ('problem' in tree) return undefined;
  const inputs = listing.files.map((file) => ({ ...file, hash: same.get(file.path) ?? '' }));
  const { payloads, meta } = state;
  saveState(disk, root, { compiler: compilerHash, inputs, tree, kept, head: compared.head, payloads, meta });
  return nothingDone;
}

function isSpoke(path: string): boolean {
  return path.startsWith('config/spokes/');
}

/** Whether two files are of one spoke, or names differ in case alone: seen only by who looks at all of them. */
function hasNamesakes({ files }: Listing): boolean {
  const stems = new Set<string>();
  const folders = new Map<string, string>();
  for (const { path } of files.filter((file) => isSpoke(file.path))) {
    const [stem, folder] = [path.slice(path.lastIndexOf('/') + 1).toLowerCase(), path.slice(0, path.lastIndexOf('/'))];
    const known = folders.get(folder.toLowerCase());
    if (stems.has(stem) || (known !== undefined && known !== folder)) return true;
    stems.add(stem);
    folders.set(folder.toLowerCase(), folder);
  }
  return false;
}

/** Compiles the changed spokes beside all others as they were; the platform's own files are compiled with them. */
async function buildSpokes(
  { disk, root, state, listing, same }: Memory,
  changed: ReadonlySet<string>,
): Promise<Build | undefined> {
  const isKnown = (path: string) => isSpoke(path) && !changed.has(path);
  const known = listing.files.flatMap(({ path }) => {
    const payload = isKnown(path) ? state.payloads.get(path) : undefined;
    return payload === undefined ? [] : [decodeSpoke(payload)];
  });
  if (known.length !== listing.files.filter(({ path }) => isKnown(path)).length) return undefined;
  const read = readListed(root, { ...listing, files: listing.files.filter(({ path }) => !isKnown(path)) });
  const compilation = await compileFiles(read, known);
  if (compilation.diagnostics.length > 0) return undefined;
  const records = new Set(known.map(({ name }) => recordPath({ kind: 'spoke', name })));
  const kept = { state, isKept: (record: string) => records.has(record) };
  const built = await writeBuild(disk, root, compilation, { listing, files: read.files, same }, { kept });
  return built.diagnostics.length > 0 ? undefined : built;
}
