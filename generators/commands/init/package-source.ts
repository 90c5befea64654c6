import { basename, resolve } from 'node:path';
import type { Disk } from '../../disk/disk.ts';

/** Where npm finds the compiler of a new repository. */
export interface PackageSource {
  /** As `package.json` has it. */
  readonly spec: string;
  /** The archive that is kept in the repository: whoever clones it needs nothing else. */
  readonly archive?: { readonly path: string; readonly bytes: Uint8Array };
}

/** An archive that `npm pack` made, by its path from `root`; anything else is npm's to understand: a version, the address of a repository. */
export function packageSource(disk: Disk, root: string, given: string): PackageSource | { readonly misuse: string } {
  if (!/\.(tgz|tar\.gz)$/.test(given) || /^[a-z+]+:/.test(given)) return { spec: given };
  const read = disk.read(resolve(root, given));
  if (read === undefined)
    return {
      misuse: `--package is "${given}", and there is no such file. \`npm pack\` in a clone of Wheelwright makes one.`,
    };
  const path = `vendor/${basename(given)}`;
  return { spec: `file:${path}`, archive: { path, bytes: read.bytes } };
}
