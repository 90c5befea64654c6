import { enabledAddons } from '../../addons/enabled-addons.ts';
import type { Gate, Rights } from '../../delivery/engine.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Spoke, Team } from '../../model/fleet.ts';
import { addonsProject, teamProject } from '../../model/names.ts';
import { sortedKeys } from '../../util/code-point-order.ts';

/** What bounds a team is not the team's to change. Network policies are: they only open what is closed by default. */
export const platformKinds: readonly Gate[] = [
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: 'rbac.authorization.k8s.io', kind: 'Role' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
];

/** The projects of a spoke: one for the platform's add-ons, one for each team. They stay while the spoke retires. */
export function spokeRights(spoke: Spoke, fleet: Fleet, bundles: readonly Bundle[]): readonly Rights[] {
  const teams = spoke.teams.map((name) => fleet.teams.get(name)).filter((team) => team !== undefined);
  return [addonRights(spoke, teams, fleet, bundles), ...teams.map((team) => teamRights(spoke, team, fleet, bundles))];
}

function addonRights(spoke: Spoke, teams: readonly Team[], fleet: Fleet, bundles: readonly Bundle[]): Rights {
  const name = addonsProject(spoke.name);
  const addons = enabledAddons(spoke);
  const namespaces = new Set([
    ...addons.flatMap(({ addon: { namespace, alsoIn = [] } }) => [namespace.name, ...alsoIn]),
    ...teams.flatMap((team) => sortedKeys(team.namespaces)),
  ]);
  if (teams.length > 0) namespaces.add('default');
  return {
    name,
    description: `add-ons and teams' namespaces of ${spoke.name}`,
    repositories: [...new Set([fleet.config.repository.url, ...sourcesOf(name, fleet, bundles)])],
    destinations: [...namespaces].sort().map((namespace) => ({ cluster: { spoke: spoke.name }, namespace })),
    clusterKinds: [{ group: '*', kind: '*' }],
  };
}

function teamRights(spoke: Spoke, team: Team, fleet: Fleet, bundles: readonly Bundle[]): Rights {
  const name = teamProject(spoke.name, team.name);
  return {
    name,
    description: `applications of team ${team.name} on ${spoke.name}`,
    repositories: [...new Set(sourcesOf(name, fleet, bundles))].sort(),
    destinations: sortedKeys(team.namespaces).map((namespace) => ({ cluster: { spoke: spoke.name }, namespace })),
    clusterKinds: [],
    deniedNamespacedKinds: platformKinds,
  };
}

/** Where the bundles of a project are read from. */
function sourcesOf(name: string, fleet: Fleet, bundles: readonly Bundle[]): readonly string[] {
  const own = bundles.filter(({ project }) => project === name);
  return own.map(({ source }) => (source.kind === 'path' ? fleet.config.repository.url : source.repo));
}
