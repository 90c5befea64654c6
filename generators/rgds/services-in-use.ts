import type { Fleet, Hub } from '../model/fleet.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { ackService } from './ack.ts';
import { rgds } from './registry.gen.ts';
import { objectOf, type Rgd } from './rgd.ts';

/** ACK services that the networks and spokes of a hub need: one controller each. */
export function servicesInUse(hub: Hub, fleet: Fleet): readonly string[] {
  return servicesOf(kindsInUse(hub, fleet));
}

/** Kinds of the library of which the hub's spokes and networks have instances. */
function kindsInUse(hub: Hub, { accounts, networks, spokes }: Fleet): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const spoke of spokes.values()) if (spoke.hub === hub.name) kinds.add('EKSCluster');
  for (const network of networks.values()) if (accounts.get(network.account)?.hub === hub.name) kinds.add('VPCNetwork');
  return kinds;
}

/** ACK services that instances of these kinds need, with all that they compose. */
function servicesOf(kinds: Iterable<string>): readonly string[] {
  const library: readonly Rgd[] = Object.values(rgds);
  const services = new Set<string>();
  const seen = new Set<string>();
  const visit = (kind: string): void => {
    const rgd = library.find((one) => one.kind === kind);
    if (rgd === undefined || seen.has(kind)) return;
    seen.add(kind);
    rgd.composes.forEach(visit);
    for (const resource of rgd.resources) {
      const service = ackService(objectOf(resource).apiVersion);
      if (service !== undefined) services.add(service);
    }
  };
  for (const kind of kinds) visit(kind);
  return [...services].sort(byCodePoint);
}
