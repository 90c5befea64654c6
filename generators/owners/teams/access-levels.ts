import type { Team } from '../../model/fleet.ts';

type Access = Team['members'][string]['access'];

const allLevels: readonly Access[] = ['admin', 'edit', 'view'];

/** The access levels that members of the team have. */
export function accessLevels(team: Team): readonly Access[] {
  const used = new Set(Object.values(team.members).map(({ access }) => access));
  return allLevels.filter((access) => used.has(access));
}
