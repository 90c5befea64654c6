import { nameBeginning } from '../../../../clouds/aws/name-beginning.ts';
import { chosenZones } from '../../../../clouds/aws/network-plan.ts';
import type { Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import { networkNamespace, spokeNamespace } from '../../../../model/out-paths.ts';
import type { NetworkLayout } from '../network-input.ts';
import { existingLayout, ownLayout } from '../network-layout.ts';

export interface NetworkName {
  readonly name: string;
  readonly namespace: string;
}

export interface EndpointInput {
  readonly public: boolean;
  readonly publicAccessCIDRs: readonly string[];
}

/** Zones of the spoke's network in the order of their slots; none are known of a VPC that others own. */
export function zonesOf({ network, region }: Spoke, fleet: Fleet): readonly string[] {
  if (network.existing !== undefined) return [];
  const layout = network.use === undefined ? network : fleet.networks.get(network.use);
  return layout === undefined ? [] : chosenZones(region, layout);
}

export function networkName({ name, network: { use } }: Spoke): NetworkName {
  return use === undefined
    ? { name: nameBeginning(name), namespace: spokeNamespace(name) }
    : { name: nameBeginning(use), namespace: networkNamespace(use) };
}

/** One for a network of its own, none for a shared one. */
export function ownNetwork({ network, region }: Spoke): readonly NetworkLayout[] {
  const { cidr = '', use, existing } = network;
  if (use !== undefined) return [];
  return [existing === undefined ? ownLayout(region, { ...network, cidr }) : existingLayout(existing)];
}

/** Argo CD reaches the public endpoint from the hub's NAT gateways. Of a private one, EKS returns the ranges that it had. */
export function endpointInput({ endpoint }: Spoke, hub: Hub): EndpointInput {
  const ranges = endpoint.public ? [...hub.natAddresses, ...endpoint.publicCidrs] : endpoint.formerCidrs;
  return { public: endpoint.public, publicAccessCIDRs: [...new Set(ranges)] };
}
