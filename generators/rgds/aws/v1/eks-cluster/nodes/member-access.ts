import { cutName } from '../../../../../model/cut-name.ts';
import type { Team } from '../../../../../model/fleet.ts';
import { memberGroup } from '../../../../../model/names.ts';
import { sortedEntries } from '../../../../../util/code-point-order.ts';

/** An EKS access entry: who signs in with the role is in the groups. */
export interface AccessEntry {
  readonly name: string;
  readonly principalARN: string;
  readonly kubernetesGroups: readonly string[];
}

/** What the graph takes. */
const LONGEST_ACCESS = 63;

/** The access entries of a team's members on a spoke in the account, in the order of their names. */
export function memberAccess(team: Team, accountId: string, partition: string): readonly AccessEntry[] {
  return sortedEntries(team.members).map(([member, { role, access }]) => ({
    name: cutName(`team-${team.name}-${member}`, LONGEST_ACCESS),
    principalARN: `arn:${partition}:iam::${accountId}:role/${role}`,
    kubernetesGroups: [memberGroup(team.name, access)],
  }));
}
