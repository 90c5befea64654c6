import type { AwsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import type { Spoke } from '../../../../model/fleet.ts';
import type { Fields } from '../../../../model/rgd.ts';
import { sortedEntries } from '../../../../util/code-point-order.ts';
import { ZONE } from '../network-input.ts';
import { nameField } from './text-fields.ts';

interface TaintInput {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'NO_EXECUTE' | 'PREFER_NO_SCHEDULE';
}

export interface NodeGroupInput {
  readonly name: string;
  /** Zones of its subnets; empty for all zones of the network. */
  readonly azs: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly amiType: string;
  readonly capacityType: 'ON_DEMAND' | 'SPOT';
  /** GiB */
  readonly diskSize: number;
  readonly min: number;
  readonly desired: number;
  readonly keepDesired: boolean;
  readonly max: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly TaintInput[];
}

/** What AWS cannot change in place is immutable here, so that the API server says so before anything is half done. */
export const nodeTypes: Fields = {
  LabelValue: 'string | maxLength=63 pattern="^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$"',
  InstanceType: 'string | pattern="^[a-z][a-z0-9-]*[.][a-z0-9-]+$" maxLength=40',
  NodeZone: `string | pattern="${ZONE}" maxLength=20`,
  Taint: {
    key: 'string | required=true pattern="^[A-Za-z0-9][A-Za-z0-9._/-]*$" maxLength=63 description="Key"',
    value: 'string | default="" pattern="^[A-Za-z0-9._-]*$" maxLength=63 description="Value"',
    effect: 'string | required=true enum="NO_SCHEDULE,NO_EXECUTE,PREFER_NO_SCHEDULE" description="Effect"',
  },
  NodeGroup: {
    name: nameField(63, 'Name of the node group'),
    azs: '[]NodeZone | default=[] maxItems=6 immutable=true description="Zones of its subnets; empty for all zones of the network"',
    instanceTypes:
      '[]InstanceType | required=true minItems=1 maxItems=20 immutable=true description="EC2 instance types"',
    amiType:
      'string | required=true immutable=true pattern="^[A-Z][A-Za-z0-9_]+$" maxLength=40 description="EKS AMI type"',
    capacityType:
      'string | default="ON_DEMAND" immutable=true enum="ON_DEMAND,SPOT" description="Kind of capacity that is bought"',
    diskSize:
      'integer | required=true immutable=true minimum=20 maximum=16384 description="Size of the root volume, in GiB"',
    min: 'integer | required=true minimum=0 maximum=450 description="Fewest nodes"',
    desired: 'integer | required=true minimum=0 maximum=450 description="Nodes"',
    keepDesired:
      'boolean | default=false description="Whether there are always that many; otherwise the group only starts with them, and an autoscaler decides"',
    max: 'integer | required=true minimum=1 maximum=450 description="Most nodes"',
    labels: 'map[string]LabelValue | default={} description="Kubernetes labels on the nodes"',
    taints: '[]Taint | default=[] maxItems=50 description="Kubernetes taints on the nodes"',
  },
};

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
