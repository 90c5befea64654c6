import type { DeliveryEngine } from '../delivery/engine.ts';
import { delivery } from '../delivery/registry.ts';
import type { Fleet, Hub, Spoke } from '../model/fleet.ts';

/** What delivers all that a hub and its spokes get. */
export function engineOf(hub: Hub): DeliveryEngine {
  return delivery[hub.delivery];
}

export function engineOfSpoke({ hub }: Spoke, { hubs }: Fleet): DeliveryEngine {
  return engineOf(hubs.get(hub) as Hub);
}

/** The engines of a fleet; of one that has no hub yet, those that it may have. */
export function enginesOf({ hubs }: Pick<Fleet, 'hubs'>): readonly DeliveryEngine[] {
  return hubs.size === 0 ? Object.values(delivery) : [...new Set([...hubs.values()].map(engineOf))];
}
