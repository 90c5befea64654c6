import type { Team } from '../../model/fleet.ts';
import { sortedEntries } from '../../util/code-point-order.ts';

type Access = Team['members'][string]['access'];

/** An EKS access entry: who signs in with the role is in the groups. */
export interface AccessEntry {
  readonly name: string;
  readonly principalARN: string;
  readonly kubernetesGroups: readonly string[];
}

const allLevels: readonly Access[] = ['admin', 'edit', 'view'];

/** The group that holds a team's members of one access level; Kubernetes reserves only names that begin with `system:`. */
export function memberGroup(team: string, access: Access): string {
  return `${team}:${access}`;
}

/** The access levels that members of the team have. */
export function accessLevels(team: Team): readonly Access[] {
  const used = new Set(Object.values(team.members).map(({ access }) => access));
  return allLevels.filter((access) => used.has(access));
}

/** The access entries of a team's members on a spoke in the account, in the order of their names. */
export function memberAccess(team: Team, accountId: string, partition: string): readonly AccessEntry[] {
  return sortedEntries(team.members).map(([member, { role, access }]) => ({
    name: `team-${team.name}-${member}`,
    principalARN: `arn:${partition}:iam::${accountId}:role/${role}`,
    kubernetesGroups: [memberGroup(team.name, access)],
  }));
}
