import type { Fleet, Hub } from '../model/fleet.ts';
import { rgds } from './registry.ts';
import type { Rgd } from './rgd.ts';

const library: readonly Rgd[] = Object.values(rgds);

/** Graphs that a hub gets, in the order of the library: those of what it has, with all that they compose, and those that it keeps. */
export function graphsInUse(hub: Hub, fleet: Fleet): readonly Rgd[] {
  return composing([...kindsNeeded(hub, fleet), ...hub.graphs]);
}

/** Graphs that the hub's spokes and networks need. */
export function graphsNeeded(hub: Hub, fleet: Fleet): readonly Rgd[] {
  return composing(kindsNeeded(hub, fleet));
}

function composing(kinds: readonly string[]): readonly Rgd[] {
  const found = new Set<string>();
  const visit = (kind: string): void => {
    if (found.has(kind)) return;
    found.add(kind);
    library.find((rgd) => rgd.kind === kind)?.composes.forEach(visit);
  };
  kinds.forEach(visit);
  return library.filter(({ kind }) => found.has(kind));
}

/** Kinds of the library of which the hub's spokes and networks have instances. */
function kindsNeeded(hub: Hub, { accounts, networks, spokes }: Fleet): readonly string[] {
  const isOfHub = (account: string) => accounts.get(account)?.hub === hub.name;
  return [
    ...([...spokes.values()].some((spoke) => spoke.hub === hub.name) ? ['EKSCluster'] : []),
    ...([...networks.values()].some(({ account }) => isOfHub(account)) ? ['VPCNetwork'] : []),
  ];
}
