import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.ts';
import type { Bundle, BundleSource } from '../../model/bundle.ts';
import type { Fleet, Spoke, Team } from '../../model/fleet.ts';
import {
  addonApplication,
  addonsProject,
  infrastructureApplication,
  kebabCase,
  repositoryApplication,
  teamApplication,
  teamProject,
  teamsApplication,
} from '../../model/names.ts';
import { fillPath } from '../../model/path-facts.ts';
import { merge } from '../../resolve/merge.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { spokeFolder, spokeNamespace } from '../paths.ts';
import { throughMirror } from './through-mirror.ts';

const INFRASTRUCTURE_WAVE = 3;
const TEAM_WAVE = 4;
const APPLICATION_WAVE = 5;

export interface EnabledAddon {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly addon: Addon;
}

/** The add-ons that are turned on, by name. */
export function enabledAddons(spoke: Spoke): readonly EnabledAddon[] {
  const registry: Readonly<Record<string, Addon>> = addons;
  return sortedEntries(spoke.addons as Readonly<Record<string, Record<string, unknown> | undefined>>).flatMap(
    ([name, options]) => {
      const addon = registry[name];
      return addon === undefined || options === undefined ? [] : [{ name, options, addon }];
    },
  );
}

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
  const bundles = [
    infrastructure,
    ...enabledAddons(spoke).map((enabled) => addonBundle(spoke, enabled)),
    ...teams.map((team) => teamBundle(spoke, team)),
    ...applicationBundles(spoke),
    ...teams.flatMap((team) => repositoryBundle(spoke, team)),
  ];
  return bundles.map((bundle) => throughMirror(bundle, fleet));
}

/** What of it is delivered now. */
export function deliveredBundles(spoke: Spoke, bundles: readonly Bundle[]): readonly Bundle[] {
  return deliversWorkloads(spoke) ? bundles : bundles.filter(({ wave }) => wave === INFRASTRUCTURE_WAVE);
}

function addonBundle(spoke: Spoke, { name, options, addon }: EnabledAddon): Bundle {
  const folder = kebabCase(name);
  return {
    name: addonApplication(spoke.name, name),
    wave: addon.wave,
    project: addonsProject(spoke.name),
    cluster: { spoke: spoke.name },
    namespace: addon.namespace,
    createNamespace: addon.namespace !== 'kube-system',
    source: addonSource(spoke, folder, { name, options, addon }),
  };
}

function addonSource(spoke: Spoke, folder: string, { name, options, addon }: EnabledAddon): BundleSource {
  if (!('chart' in addon)) return { kind: 'path', path: `${spokeFolder(spoke)}/addons/${folder}` };
  return {
    kind: 'chart',
    repo: addon.chart.repo,
    chart: addon.chart.name,
    version: spoke.versions.addons[name] ?? '',
    releaseName: folder,
    values: merge(addon.values(spoke, options as never), options.values ?? {}) as Readonly<Record<string, unknown>>,
  };
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

function applicationBundles(spoke: Spoke): readonly Bundle[] {
  return sortedEntries(spoke.applications).map(([name, { team, namespace, source, chart, values }]) => ({
    name: teamsApplication(spoke.name, name),
    wave: APPLICATION_WAVE,
    project: teamProject(spoke.name, team),
    cluster: { spoke: spoke.name },
    namespace,
    source: source
      ? { kind: 'repository', ...source, path: fillPath(source.path, pathFactsOf(spoke)) }
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
  }));
}

function repositoryBundle(spoke: Spoke, team: Team): readonly Bundle[] {
  if (team.repository === undefined) return [];
  const { url, revision, path } = team.repository;
  return [
    {
      name: repositoryApplication(spoke.name, team.name),
      wave: APPLICATION_WAVE,
      project: teamProject(spoke.name, team.name),
      cluster: { spoke: spoke.name },
      namespace: sortedEntries(team.namespaces)[0]?.[0] ?? 'default',
      source: {
        kind: 'repository',
        repo: url,
        revision,
        path: fillPath(path, pathFactsOf(spoke)),
      },
    },
  ];
}
