import type { Disk } from '../disk/disk.ts';

/** Stands for SIGKILL: no code of ours may catch it. */
export class Killed extends Error {}

/**
 * A disk that lets so many changes happen and dies at the next one; a file that was being made then is torn. With a
 * number that is never reached it counts.
 */
export function interruptedDisk(disk: Disk, survives: number): Disk & { readonly changes: number } {
  let changes = 0;
  const change = <T>(run: () => T, die: () => void = () => {}): T => {
    if (changes >= survives) {
      die();
      throw new Killed(`killed after ${changes} changes`);
    }
    changes += 1;
    return run();
  };
  return {
    ...disk,
    create: (path, content) =>
      change(
        () => disk.create(path, content),
        () => disk.create(path, content.slice(0, content.length / 2)),
      ),
    rename: (from, to) => change(() => disk.rename(from, to)),
    remove: (path) => change(() => disk.remove(path)),
    makeFolder: (path) => change(() => disk.makeFolder(path)),
    removeFolder: (path) => change(() => disk.removeFolder(path)),
    get changes() {
      return changes;
    },
  };
}
