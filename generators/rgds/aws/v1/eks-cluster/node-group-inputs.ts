import type { AwsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import type { Spoke } from '../../../../model/fleet.ts';
import { sortedEntries } from '../../../../util/code-point-order.ts';
import type { NodeGroupInput } from './spec.ts';

/** The node groups that there are to be, by name: not those that go. */
export function activeNodeGroups<Group extends Spoke['nodeGroups'][string]>(spoke: {
  readonly nodeGroups: Readonly<Record<string, Group>>;
}): readonly (readonly [name: string, group: Group])[] {
  return sortedEntries(spoke.nodeGroups).filter(([, { lifecycle }]) => lifecycle === 'active');
}

export function nodeGroupInputs(spoke: AwsSpoke, zones: readonly string[]): readonly NodeGroupInput[] {
  return activeNodeGroups(spoke).map(([name, group]) => ({
    name,
    azs: group.azs === undefined ? zones : zones.filter((zone) => group.azs?.includes(zone)),
    instanceTypes: group.instanceTypes,
    amiType: group.ami,
    capacityType: group.capacity,
    diskSize: group.diskSize,
    min: group.min,
    desired: group.desired ?? group.min,
    keepDesired: group.desired !== undefined,
    max: group.max,
    labels: group.labels,
    taints: group.taints,
  }));
}
