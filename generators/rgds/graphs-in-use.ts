import { clouds } from '../clouds/registry.ts';
import { ownGraphs } from '../kro/own-graphs.ts';
import type { Fleet, Hub, Network, Spoke } from '../model/fleet.ts';
import { isLibraryKind, type Rgd } from '../model/rgd.ts';
import { graphsOf, hasInstance } from './library.ts';

/** A graph, and the library that it is of. */
export interface GraphInUse {
  readonly cloud: string;
  readonly rgd: Rgd;
}

/** Graphs that a hub gets, in the order of the library: those of what it has, with all that they compose, and those that it keeps. */
export function graphsInUse(hub: Hub, fleet: Fleet): readonly GraphInUse[] {
  return ofClouds(hub, fleet, (library, cloud) => [...kindsNeeded(library, cloud, hub, fleet), ...hub.graphs]);
}

/** Graphs that the hub's spokes and networks, and graphs of the platform's own, need. */
export function graphsNeeded(hub: Hub, fleet: Fleet): readonly GraphInUse[] {
  return ofClouds(hub, fleet, (library, cloud) => kindsNeeded(library, cloud, hub, fleet));
}

/** Clouds in which the accounts of a hub are; one without any may keep graphs of each. */
export function cloudsOf(hub: Hub, { accounts }: Fleet): readonly string[] {
  const used = new Set([...accounts.values()].flatMap((account) => (account.hub === hub.name ? [account.cloud] : [])));
  return used.size === 0 ? Object.keys(clouds) : [...used];
}

type Library = readonly Rgd[];

function ofClouds(hub: Hub, fleet: Fleet, kindsOf: (library: Library, cloud: string) => readonly string[]) {
  return cloudsOf(hub, fleet).flatMap((cloud) => {
    const library = graphsOf(cloud, hub.versions.library);
    return composing(library, kindsOf(library, cloud)).map((rgd): GraphInUse => ({ cloud, rgd }));
  });
}

function composing(library: Library, kinds: readonly string[]): Library {
  const found = new Set<string>();
  const visit = (kind: string): void => {
    if (found.has(kind)) return;
    found.add(kind);
    library.find((rgd) => rgd.kind === kind)?.composes?.forEach(visit);
  };
  kinds.forEach(visit);
  return library.filter(({ kind }) => found.has(kind));
}

/** Kinds of the library of which the hub's spokes and networks have instances, or that its own graphs use. */
function kindsNeeded(library: Library, cloud: string, hub: Hub, fleet: Fleet): readonly string[] {
  const isThere = ({ account }: Spoke | Network) => {
    const of = fleet.accounts.get(account);
    return of?.hub === hub.name && of.cloud === cloud;
  };
  const spokes = [...fleet.spokes.values()].filter(isThere);
  const hasNetworks = [...fleet.networks.values()].some(isThere);
  const used = ownGraphs(hub, fleet).flatMap(({ uses }) => uses.filter(isLibraryKind).map(({ kind }) => kind));
  const isNeeded = (rgd: Rgd) =>
    spokes.some((spoke) => hasInstance(spoke, rgd)) ||
    (hasNetworks && rgd.ofNetwork !== undefined) ||
    used.includes(rgd.kind);
  return library.filter(isNeeded).map(({ kind }) => kind);
}
