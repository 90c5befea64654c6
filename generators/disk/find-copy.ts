import { resolve } from 'node:path';
import type { Disk } from './disk.ts';

export interface FoundCopy {
  readonly folder: string;
  readonly isItself: boolean;
}

/** The folder with a copy of the repository at `root` to which a path leads from the current folder. */
export function findCopy(disk: Disk, root: string, path: string): FoundCopy | undefined {
  const folder = resolve(path);
  const isCopy = path !== '' && ['out', 'config'].some((name) => disk.stat(`${folder}/${name}`)?.kind === 'folder');
  return isCopy ? { folder, isItself: folder === resolve(root) } : undefined;
}
