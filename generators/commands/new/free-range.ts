import { soundPools, takenWith, vpcRanges } from '../../checks/network-ranges.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { Fleet } from '../../model/fleet.ts';
import { formatCidr } from '../../util/cidr.ts';
import { freeBlocks } from '../../util/free-blocks.ts';

/**
 * A free range of a hub's pools for each name, undefined where there is none left. The name decides which, so that two
 * people who add spokes at the same time rarely choose the same.
 */
export function freeRanges(
  names: readonly string[],
  hub: string,
  prefix: number,
  fleet: Fleet,
): readonly (string | undefined)[] {
  const owner = fleet.hubs.get(hub);
  const pools = owner === undefined ? [] : soundPools(owner);
  const taken = takenWith(owner, vpcRanges(fleet));
  return names.map((name) => {
    const blocks = freeBlocks(pools, taken, prefix);
    const block = blocks.count === 0 ? undefined : blocks.at(numberOf(name) % blocks.count);
    if (block !== undefined) taken.push(block);
    return block && formatCidr(block);
  });
}

/** 48 bits of the name's hash. */
function numberOf(name: string): number {
  return Number.parseInt(sha256(name).slice(0, 12), 16);
}
