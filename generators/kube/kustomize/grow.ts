import type { Path } from '../../source/path.ts';
import { limits } from '../../util/limits.ts';
import type { Build, Layer } from './layer.ts';

const counted = {
  objects: { most: limits.baseObjects.most, what: 'objects' },
  bytes: { most: limits.baseBytes.most, what: 'bytes of objects' },
  folders: { most: limits.baseFolders.most, what: 'folders, each as often as it is listed' },
};

/** Adds to what a build has gathered, if there is room. That there is none is told once, at the entry that is too much. */
export function grow(
  { size }: Build,
  layer: Layer,
  at: Path,
  entry: string,
  by: Partial<Record<keyof typeof counted, number>>,
): boolean {
  let hasRoom = true;
  for (const key of ['objects', 'bytes', 'folders'] as const) {
    const { most, what } = counted[key];
    size[key] += by[key] ?? 0;
    if (size[key] <= most) continue;
    hasRoom = false;
    if (!size.isTold) layer.error(at, `With "${entry}", the base has more than ${most} ${what}.`);
    size.isTold = true;
  }
  return hasRoom;
}
