import type { Account, Fleet, Hub, Network, Spoke } from '../model/fleet.ts';
import type { Feature } from '../model/rgd.ts';
import { graphsOf } from '../rgds/library.ts';

export interface FeatureInUse {
  readonly feature: Feature;
  /** Names of the networks and spokes that have it. */
  readonly usedBy: readonly string[];
}

/** What the spokes and networks of an account have, each once, in the order of the library. */
export function featuresIn(account: Account, hub: Hub, { spokes, networks }: Fleet): readonly FeatureInUse[] {
  const isThere = (one: Spoke | Network) => one.account === account.name;
  const there = [...[...networks.values()].filter(isThere), ...[...spokes.values()].filter(isThere)];
  const found = new Map<string, { feature: Feature; usedBy: string[] }>();
  for (const { features } of graphsOf(account.cloud, hub.versions.library)) {
    for (const one of there) {
      for (const feature of features(one)) {
        const key = `${feature.name} ${feature.policies}`;
        const known = found.get(key) ?? { feature, usedBy: [] };
        found.set(key, known);
        known.usedBy.push(one.name);
      }
    }
  }
  return [...found.values()];
}
