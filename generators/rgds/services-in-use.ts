import { ackService } from '../clouds/aws/ack.ts';
import { ownGraphs } from '../kro/own-graphs.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { objectOf } from '../model/rgd.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { graphsInUse } from './graphs-in-use.ts';

/** ACK services that the graphs of a hub need, of the library and of its own: one controller each. */
export function servicesInUse(hub: Hub, fleet: Fleet): readonly string[] {
  const services = new Set<string>();
  const used = [
    ...graphsInUse(hub, fleet).flatMap(({ rgd }) => rgd.resources.map(objectOf)),
    ...ownGraphs(hub, fleet).flatMap(({ uses }) => uses),
  ];
  for (const { apiVersion } of used) {
    const service = ackService(apiVersion);
    if (service !== undefined) services.add(service);
  }
  return [...services].sort(byCodePoint);
}
