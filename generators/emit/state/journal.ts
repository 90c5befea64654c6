import type { Disk } from '../../disk/disk.ts';
import { privatePath, readPrivate, replacePrivate } from '../../disk/private-folder.ts';
import { textOf } from '../../disk/text-of.ts';
import { isOutPath } from '../tree/out-path.ts';

/**
 * What builds that did not end may have left at each path: SHA-256 hashes. Written before the first change of out/ and
 * removed after the last, so that a file of a build that was killed is not taken for an edit by hand, even if the
 * configuration changes before the next.
 */
export type Journal = ReadonlyMap<string, readonly string[]>;

const name = 'journal.json';

/** Undefined if the last build ended well. One that cannot be read knows nothing. */
export function readJournal(disk: Disk, root: string): Journal | undefined {
  const bytes = readPrivate(disk, root, name);
  if (bytes === undefined) return undefined;
  const journal = new Map<string, readonly string[]>();
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    for (const [path, hashes] of Object.entries(value ?? {})) {
      if (isOutPath(path) && Array.isArray(hashes))
        journal.set(
          path,
          hashes.filter((hash) => typeof hash === 'string'),
        );
    }
  } catch {
    // Nobody but this program writes it, and in one step; whatever this is, it is no journal.
  }
  return journal;
}

/** Whether a build was killed while it wrote. */
export function hasJournal(disk: Disk, root: string): boolean {
  return readPrivate(disk, root, name) !== undefined;
}

export function writeJournal(disk: Disk, root: string, journal: Journal): void {
  replacePrivate(disk, root, name, JSON.stringify(Object.fromEntries(journal)));
}

export function removeJournal(disk: Disk, root: string): void {
  disk.remove(privatePath(root, name));
}
