import type { Spoke } from '../model/fleet.ts';
import type { NodeGroupInput } from '../rgds/eks-cluster/spec.ts';
import { sortedEntries } from '../util/code-point-order.ts';

export function nodeGroupInputs(spoke: Spoke, zones: readonly string[]): readonly NodeGroupInput[] {
  return sortedEntries(spoke.nodeGroups).map(([name, group]) => ({
    name,
    azs: group.azs === undefined ? zones : zones.filter((zone) => group.azs?.includes(zone)),
    instanceTypes: group.instanceTypes,
    amiType: group.ami,
    capacityType: group.capacity,
    diskSize: group.diskSize,
    min: group.min,
    desired: group.desired ?? group.min,
    max: group.max,
    labels: group.labels,
    taints: group.taints,
  }));
}
