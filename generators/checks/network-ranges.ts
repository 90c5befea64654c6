import type { Fleet, Hub, Named } from '../model/fleet.ts';
import type { Path } from '../source/path.ts';
import { type Cidr, formatCidr, isCanonical, parseCidr } from '../util/cidr.ts';
import { freeBlocks } from '../util/free-blocks.ts';

/** Prefix lengths of a VPC of ours: its layout has room for every tier. */
export const LARGEST_VPC = 16;
export const SMALLEST_VPC = 22;

/** The addresses of a VPC. */
export interface VpcRange {
  readonly cidr: Cidr;
  readonly of: Named;
  readonly kind: 'network' | 'spoke';
  readonly path: Path;
  /** Name of the hub. */
  readonly hub: string;
  /** Where an address leads to one VPC only; with `isolated`, none. */
  readonly domain: string;
  readonly isolated: boolean;
  /** Of a VPC that others own. */
  readonly vpcId?: string;
}

/** A range that no other check refuses; the others were told about already. */
export function soundCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  return cidr !== undefined && isCanonical(cidr) ? cidr : undefined;
}

export function fitsLayout({ prefix }: Cidr): boolean {
  return prefix >= LARGEST_VPC && prefix <= SMALLEST_VPC;
}

/** All VPCs with sound addresses, in the order of their names. */
export function vpcRanges({ accounts, hubs, networks, spokes }: Fleet): readonly VpcRange[] {
  const ranges: VpcRange[] = [];
  const domainOf = (hub: string): string => hubs.get(hub)?.routingDomain ?? '';
  for (const network of networks.values()) {
    const cidr = soundCidr(network.cidr);
    const hub = accounts.get(network.account)?.hub ?? '';
    if (cidr === undefined || !fitsLayout(cidr)) continue;
    ranges.push({
      cidr,
      of: network,
      kind: 'network',
      path: ['cidr'],
      hub,
      domain: domainOf(hub),
      isolated: network.isolated,
    });
  }
  for (const spoke of spokes.values()) {
    const { cidr: own, existing, isolated } = spoke.network;
    const text = own ?? existing?.cidr;
    const cidr = text === undefined ? undefined : soundCidr(text);
    if (cidr === undefined || (own !== undefined && (existing !== undefined || !fitsLayout(cidr)))) continue;
    const path = own === undefined ? ['network', 'existing', 'cidr'] : ['network', 'cidr'];
    const vpcId = existing && { vpcId: existing.vpcId };
    ranges.push({
      cidr,
      of: spoke,
      kind: 'spoke',
      path,
      hub: spoke.hub,
      domain: domainOf(spoke.hub),
      isolated,
      ...vpcId,
    });
  }
  return ranges;
}

export function soundPools(hub: Hub): readonly Cidr[] {
  return hub.addressPools.map(soundCidr).filter((cidr) => cidr !== undefined);
}

/** What no other VPC of the hub's routing domain can have. */
export function takenWith(hub: Hub | undefined, ranges: readonly VpcRange[]): Cidr[] {
  return ranges.filter((range) => range.domain === hub?.routingDomain && !range.isolated).map(({ cidr }) => cidr);
}

/** Names free blocks of a hub's pools for help texts, another one at each call. */
export function blockSuggester(fleet: Fleet, ranges: readonly VpcRange[] = vpcRanges(fleet)) {
  const known = new Map<string, { readonly blocks: ReturnType<typeof freeBlocks>; next: number }>();
  return (hub: string, prefix: number): string | undefined => {
    const key = `${hub}/${prefix}`;
    let found = known.get(key);
    if (found === undefined) {
      const owner = fleet.hubs.get(hub);
      const taken = takenWith(owner, ranges);
      found = { blocks: freeBlocks(owner === undefined ? [] : soundPools(owner), taken, prefix), next: 0 };
      known.set(key, found);
    }
    const block = found.blocks.at(found.next++);
    return block && formatCidr(block);
  };
}
