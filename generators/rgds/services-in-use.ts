import { ackService } from '../clouds/aws/ack.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { objectOf } from '../model/rgd.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { graphsInUse } from './graphs-in-use.ts';

/** ACK services that the graphs of a hub need: one controller each. */
export function servicesInUse(hub: Hub, fleet: Fleet): readonly string[] {
  const services = new Set<string>();
  for (const { rgd } of graphsInUse(hub, fleet)) {
    for (const resource of rgd.resources) {
      const service = ackService(objectOf(resource).apiVersion);
      if (service !== undefined) services.add(service);
    }
  }
  return [...services].sort(byCodePoint);
}
