import { enabledAddons } from '../../addons/enabled-addons.ts';
import type { Bundle } from '../../model/bundle.ts';
import { fillIn } from '../../model/fill-in.ts';
import type { Fleet, Spoke, Team } from '../../model/fleet.ts';
import {
  addonsProject,
  infrastructureApplication,
  repositoryApplication,
  teamApplication,
  teamProject,
  teamsApplication,
} from '../../model/names.ts';
import { spokeFolder, spokeNamespace } from '../../model/out-paths.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { addonBundles } from './addon-bundles.ts';
import { stageWaves } from './stage-waves.ts';
import { throughMirror } from './through-mirror.ts';

const INFRASTRUCTURE_WAVE = 3;
/** Teams' objects come with the add-ons of the first stage. */
const TEAM_WAVE = 4;

/** Whether add-ons, teams' objects and applications are delivered: a spoke that retires keeps only its infrastructure. */
export function deliversWorkloads(spoke: Spoke): boolean {
  return spoke.lifecycle === 'active';
}

/** What the parent of a spoke delivers in its whole life, in the order of its waves. */
export function spokeBundles(spoke: Spoke, fleet: Fleet): readonly Bundle[] {
  const infrastructure: Bundle = {
    name: infrastructureApplication(spoke.name),
    wave: INFRASTRUCTURE_WAVE,
    project: 'infrastructure',
    cluster: 'hub',
    namespace: spokeNamespace(spoke.name),
    source: { kind: 'path', path: `${spokeFolder(spoke)}/infrastructure` },
    confirmDeletion: true,
  };
  const teams = spoke.teams.map((name) => fleet.teams.get(name)).filter((team) => team !== undefined);
  const addons = enabledAddons(spoke);
  const waves = stageWaves(addons, TEAM_WAVE);
  const bundles = [
    infrastructure,
    ...addons.flatMap((enabled) => addonBundles(spoke, enabled, waves)),
    ...teams.map((team) => teamBundle(spoke, team)),
    ...applicationBundles(spoke, waves.applications),
    ...teams.flatMap((team) => repositoryBundle(spoke, team, waves.applications)),
  ];
  return bundles.map((bundle) => throughMirror(bundle, fleet));
}

/** What of it is delivered now. */
export function deliveredBundles(spoke: Spoke, bundles: readonly Bundle[]): readonly Bundle[] {
  return deliversWorkloads(spoke) ? bundles : bundles.filter(({ wave }) => wave === INFRASTRUCTURE_WAVE);
}

const pathFactsOf = ({ name, environment }: Spoke) => ({ spoke: name, environment });

function teamBundle(spoke: Spoke, team: Team): Bundle {
  return {
    name: teamApplication(spoke.name, team.name),
    wave: TEAM_WAVE,
    project: addonsProject(spoke.name),
    cluster: { spoke: spoke.name },
    namespace: 'default',
    source: { kind: 'path', path: `${spokeFolder(spoke)}/teams/${team.name}` },
  };
}

function applicationBundles(spoke: Spoke, wave: number): readonly Bundle[] {
  return sortedEntries(spoke.applications).map(([name, { team, namespace, source, chart, values }]) => ({
    name: teamsApplication(spoke.name, name),
    wave,
    project: teamProject(spoke.name, team),
    cluster: { spoke: spoke.name },
    namespace,
    source: source
      ? { kind: 'repository', ...source, path: fillIn(source.path, pathFactsOf(spoke)) }
      : chart
        ? {
            kind: 'chart',
            repo: chart.repo,
            chart: chart.name,
            version: chart.version,
            releaseName: name,
            values: values ?? {},
          }
        : { kind: 'path', path: `${spokeFolder(spoke)}/applications/${name}` },
    traces: {
      source: ['applications', name],
      namespace: ['applications', name, 'namespace'],
      values: ['applications', name, 'values'],
    },
  }));
}

function repositoryBundle(spoke: Spoke, team: Team, wave: number): readonly Bundle[] {
  if (team.repository === undefined) return [];
  const { url, revision, path } = team.repository;
  return [
    {
      name: repositoryApplication(spoke.name, team.name),
      wave,
      project: teamProject(spoke.name, team.name),
      cluster: { spoke: spoke.name },
      namespace: sortedEntries(team.namespaces)[0]?.[0] ?? 'default',
      source: {
        kind: 'repository',
        repo: url,
        revision,
        path: fillIn(path, pathFactsOf(spoke)),
      },
    },
  ];
}
