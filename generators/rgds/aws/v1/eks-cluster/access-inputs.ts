import { awsHub } from '../../../../clouds/aws/aws-hub.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import type { Fields } from '../../../../model/rgd.ts';
import { sortedEntries } from '../../../../util/code-point-order.ts';
import { memberAccess } from './nodes/member-access.ts';
import { nameField, principal } from './text-fields.ts';

export interface AccessInput {
  readonly name: string;
  readonly principalARN: string;
  readonly kubernetesGroups: readonly string[];
  /** An EKS access policy for the whole cluster; "" where RBAC on the groups decides alone. */
  readonly policyARN: string;
}

export const accessTypes: Fields = {
  Group: 'string | pattern="^[A-Za-z0-9][A-Za-z0-9:._-]*$" maxLength=63',
  Access: {
    name: nameField(63, 'Name of the entry'),
    principalARN: `string | required=true pattern="^${principal}:(role|user)/[A-Za-z0-9+=,.@_/-]+$" maxLength=512 description="IAM role or user"`,
    kubernetesGroups: '[]Group | default=[] maxItems=20 description="Groups that RBAC binds"',
    policyARN:
      'string | default="" pattern="^(arn:aws[a-z-]*:eks::aws:cluster-access-policy/[A-Za-z0-9]+)?$" maxLength=200 description="EKS access policy for the whole cluster; empty for none"',
  },
};

/** Admins of the hub may do everything on its spokes; members of teams what RBAC gives to their groups. */
export function clusterAccess(spoke: Spoke, hub: Hub, account: Account, fleet: Fleet): readonly AccessInput[] {
  const policyARN = `arn:${hub.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`;
  const admins = sortedEntries(awsHub(hub).admins).map(([name, principalARN]) => ({
    name: `admin-${name}`,
    principalARN,
    kubernetesGroups: [],
    policyARN,
  }));
  const members = spoke.teams.flatMap((name) => {
    const team = fleet.teams.get(name);
    return team === undefined
      ? []
      : memberAccess(team, account.id, hub.partition).map((entry) => ({ ...entry, policyARN: '' }));
  });
  return [...admins, ...members];
}
