import { type Listing, listRepository } from '../../disk/list-repository.ts';
import type { StateData } from '../../disk/state-file.ts';
import { changedInputs, isOutUntouched, loadState } from '../../emit/state/build-state.ts';
import type { BuildPlace } from './built.ts';
import { compilerHash } from './compiler-hash.ts';

/** A build that left something to rely on, and the files that there are now. */
export interface LastBuild {
  readonly state: StateData;
  readonly listing: Listing;
  /** Hashes of the files that are as they were, by path. */
  readonly same: ReadonlyMap<string, string>;
  /** Whether all files are, and no other is there. */
  readonly isSame: boolean;
}

/** Undefined where everything must be looked at: there is no memory to rely on, or out/ was touched. */
export function findLastBuild({ disk, root }: BuildPlace): LastBuild | undefined {
  const state = loadState(disk, root, compilerHash);
  if (state === undefined) return undefined;
  const listing = listRepository(root);
  if (listing.problems.length > 0 || !isOutUntouched(disk, root, state)) return undefined;
  const { changed, gone, same } = changedInputs(disk, root, state, listing.files);
  return { state, listing, same, isSame: changed.length === 0 && gone.length === 0 };
}
