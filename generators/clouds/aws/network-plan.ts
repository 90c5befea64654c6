import type { ZoneLayout } from '../../model/zone-layout.ts';
import { parseCidr } from '../../util/cidr.ts';
import { SLOTS, subnetBlocks } from '../../util/subnets.ts';
import { zones } from './zones.ts';

export interface PlannedSubnet {
  readonly az: string;
  readonly cidr: string;
}

export interface NetworkPlan {
  readonly private: readonly PlannedSubnet[];
  readonly public: readonly PlannedSubnet[];
  readonly intra: readonly PlannedSubnet[];
}

/** The zones of a layout, in the order of their slots. */
export function chosenZones(region: string, { azCount, azs }: ZoneLayout): readonly string[] {
  const known = zones[region] ?? [];
  return azs === undefined ? known.slice(0, azCount) : known.filter((zone) => azs.includes(zone));
}

/** Subnets of each tier by zone. A zone beyond the fourth takes the slot of one that is not chosen, so at most four fit. */
export function planNetwork(cidr: string, region: string, layout: ZoneLayout): NetworkPlan {
  const vpc = parseCidr(cidr);
  if (vpc === undefined) throw new Error(`the range ${cidr} was not checked`);
  const known = zones[region] ?? [];
  const plan: { [tier in keyof NetworkPlan]: PlannedSubnet[] } = { private: [], public: [], intra: [] };
  for (const az of chosenZones(region, layout)) {
    const blocks = subnetBlocks(vpc, known.indexOf(az) % SLOTS);
    for (const tier of ['private', 'public', 'intra'] as const) plan[tier].push({ az, cidr: blocks[tier] });
  }
  return plan;
}
