import type { Controller } from '../clouds/cloud.ts';
import { cloudNamed } from '../clouds/cloud-named.ts';
import { ownGraphs } from '../kro/own-graphs.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { objectOf } from '../model/rgd.ts';
import { cloudsOf, graphsInUse } from './graphs-in-use.ts';

/** What works on the objects that the graphs of a hub make, of the library and its own. */
export function controllersInUse(hub: Hub, fleet: Fleet): readonly Controller[] {
  const used = [
    ...graphsInUse(hub, fleet).flatMap(({ rgd }) => rgd.resources.map(objectOf)),
    ...ownGraphs(hub, fleet).flatMap(({ uses }) => uses),
  ].map(({ apiVersion }) => apiVersion);
  return cloudsOf(hub, fleet).flatMap((cloud) => cloudNamed(cloud).controllers(used));
}
