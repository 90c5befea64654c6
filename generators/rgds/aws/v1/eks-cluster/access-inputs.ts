import { awsHub } from '../../../../clouds/aws/aws-hub.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import { sortedEntries } from '../../../../util/code-point-order.ts';
import { memberAccess } from './nodes/member-access.ts';
import type { AccessInput } from './spec.ts';

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
