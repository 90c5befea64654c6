import type { Listing } from '../../disk/list-repository.ts';
import type { StateData } from '../../disk/state-file.ts';
import type { BuildPlace } from './built.ts';

/** A build that left something to rely on, and the files that there are now. */
export interface Memory {
  readonly place: BuildPlace;
  readonly state: StateData;
  readonly listing: Listing;
  /** Hashes of the files that are as they were, by path. */
  readonly same: ReadonlyMap<string, string>;
}

export function isSpoke(path: string): boolean {
  return path.startsWith('config/spokes/');
}
