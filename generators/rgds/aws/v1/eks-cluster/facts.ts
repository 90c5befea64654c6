import type { FactKind } from '../../../../model/fact.ts';
import type { Facts } from '../../../../model/output.ts';
import type { EksClusterSpec } from './spec.ts';

export const facts: readonly FactKind[] = [
  { name: 'nodeGroups.*', noun: 'node group', at: ['nodeGroups'], change: 'replaces' },
  // EKS keeps ranges that it once had.
  { name: 'endpoint', noun: 'endpoint', at: ['endpoint'], change: 'in-place' },
];

/** What AWS fixes when it makes a node group, and who may reach the endpoint. */
export function factsOf({ endpoint: { public: isPublic, publicAccessCIDRs }, nodeGroups }: EksClusterSpec): Facts {
  const made = nodeGroups.map(({ name, instanceTypes, amiType, capacityType, diskSize, azs }) => [
    `nodeGroups.${name}`,
    [...instanceTypes, amiType, capacityType, `${diskSize} GiB`, ...azs].join(' '),
  ]);
  return { endpoint: [isPublic ? 'public' : 'private', ...publicAccessCIDRs].join(' '), ...Object.fromEntries(made) };
}
