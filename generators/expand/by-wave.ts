import { isMap, type PlainMap } from '../util/plain-map.ts';

const annotation = 'argocd.argoproj.io/sync-wave';

/** The wave in which Argo CD syncs an object. */
export function waveOf({ metadata }: PlainMap): number {
  const annotations = isMap(metadata) && isMap(metadata['annotations']) ? metadata['annotations'] : {};
  return Number(annotations[annotation] ?? 0);
}

/** Objects in the order of their waves, else as they were. */
export function byWave(objects: readonly PlainMap[]): readonly PlainMap[] {
  return objects.toSorted((a, b) => waveOf(a) - waveOf(b));
}
