import { type Listing, listRepository } from '../../disk/list-repository.ts';
import { compareOutput } from '../../emit/compare-output.ts';
import { compareBuild } from '../../emit/records/compare-build.ts';
import { findHead } from '../../emit/records/read-base.ts';
import { canTrustMore, changedInputs, isOutUntouched, loadState, saveState } from '../../emit/state/build-state.ts';
import { writeChanges } from '../../emit/write-changes.ts';
import type { Build, BuildPlace } from './built.ts';
import { compilerHash } from './compiler-hash.ts';
import { isSpoke, type Memory } from './memory.ts';

/**
 * Builds only what changed since the last build: nothing, or some spokes. Undefined where more must be looked at: there
 * is no memory to rely on, out/ was touched, another file changed, or something is to be reported.
 */
export async function buildChanged(place: BuildPlace): Promise<Build | undefined> {
  const { disk, root } = place;
  const state = loadState(disk, root, compilerHash);
  if (state === undefined) return undefined;
  const listing = listRepository(root);
  if (listing.problems.length > 0) return undefined;
  const { changed, gone, same } = changedInputs(disk, root, state, listing.files);
  if (![...changed, ...gone].every(isSpoke) || hasNamesakes(listing) || !isOutUntouched(disk, root, state))
    return undefined;
  const isSame = changed.length === 0 && gone.length === 0;
  const memory: Memory = { place, state, listing, same };
  if (isSame) return rebuildNothing(memory);
  const { buildSpokes } = await import('./build-spokes.ts');
  return await buildSpokes(memory, new Set(changed));
}

/** Nothing is to be written; what was committed since the last build is compared with what that build wrote. */
function rebuildNothing({ place, state, listing, same }: Memory): Build | undefined {
  const nothingDone: Build = { diagnostics: [], spokes: Number(state.meta['spokes']), changes: [] };
  const { disk, root, since } = place;
  const head = findHead(disk, root);
  const isCompared = (head.tree ?? '') === state.head && head.problems.length === 0;
  if (isCompared && !canTrustMore(state, since)) return nothingDone;
  const kept = { state, isKept: () => true };
  const comparison = compareOutput(disk, root, [], { kept });
  const compared = compareBuild(disk, root, comparison, kept);
  if (compared.problems.length > 0) return undefined;
  const tree = writeChanges(disk, root, comparison);
  if ('problem' in tree) return undefined;
  const inputs = listing.files.map((file) => ({ ...file, hash: same.get(file.path) ?? '' }));
  const { payloads, meta } = state;
  saveState(disk, root, { since, compiler: compilerHash, inputs, tree, kept, head: compared.head, payloads, meta });
  return nothingDone;
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
