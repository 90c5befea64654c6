import type { Origin } from '../source/origin.ts';

/** Folders of layers, the first is merged first. */
const order = ['config/config.yaml', 'config/environments/', 'config/regions/', 'config/components/', 'config/spokes/'];

function layerOf({ span }: Origin): number {
  const path = span?.source.path ?? '';
  return order.findIndex((start) => path.startsWith(start));
}

/** Of two places that do not agree, the one in the later layer first: there somebody wrote what the earlier one cannot bear. */
export function laterFirst(a: Origin, b: Origin): readonly [later: Origin, earlier: Origin] {
  return layerOf(b) > layerOf(a) ? [b, a] : [a, b];
}
