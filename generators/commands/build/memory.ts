import type { Disk } from '../../emit/disk.ts';
import type { StateData } from '../../emit/state-file.ts';
import type { Listing } from '../../load/list-repository.ts';

/** A build that left something to rely on, and the files that there are now. */
export interface Memory {
  readonly disk: Disk;
  readonly root: string;
  readonly state: StateData;
  readonly listing: Listing;
  /** Hashes of the files that are as they were, by path. */
  readonly same: ReadonlyMap<string, string>;
}

export function isSpoke(path: string): boolean {
  return path.startsWith('config/spokes/');
}
