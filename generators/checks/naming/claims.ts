import { hasManifests } from '../../addons/addon-parts.ts';
import { enabledAddons } from '../../addons/enabled-addons.ts';
import { clouds } from '../../clouds/registry.ts';
import type { Fleet, Hub, Named, Spoke } from '../../model/fleet.ts';
import {
  ADDONS_PROJECT,
  accountApplication,
  addonApplication,
  addonManifestsApplication,
  addonsProject,
  hubApplications,
  hubProjects,
  infrastructureApplication,
  manifestsApplication,
  networkApplication,
  parentApplication,
  repositoryApplication,
  teamApplication,
  teamProject,
  teamsApplication,
} from '../../model/names.ts';
import { engineOf, engineOfSpoke } from '../../owners/engine.ts';
import type { Path } from '../../source/path.ts';

/** Who needs an object of a name on a hub. */
export interface Claim {
  /** As its engine makes them. */
  readonly kind: string;
  readonly name: string;
  /** What the object is for, such as `application "shop"`. */
  readonly what: string;
  readonly of: Named;
  readonly path: Path;
}

/** What the platform itself needs on a hub. */
export function* hubClaims(hub: Hub, fleet: Fleet): Iterable<Claim> {
  const { accounts, networks } = fleet;
  const { bundle: kind, rights } = engineOf(hub).kinds;
  yield { kind, name: hub.name, what: 'the root', of: hub, path: [] };
  for (const name of hubApplications) yield { kind, name, what: 'the platform', of: hub, path: [] };
  for (const { name, bundle } of Object.values(clouds).flatMap(({ pinned }) => pinned?.(hub) ?? []))
    yield { kind, name: bundle(hub, fleet).name, what: `the controller of "${name}"`, of: hub, path: [] };
  for (const account of accounts.values()) {
    if (account.hub !== hub.name) continue;
    yield { kind, name: accountApplication(account.name), what: `account "${account.name}"`, of: account, path: [] };
  }
  for (const network of networks.values()) {
    if (accounts.get(network.account)?.hub !== hub.name) continue;
    yield { kind, name: networkApplication(network.name), what: `network "${network.name}"`, of: network, path: [] };
  }
  for (const [index, name] of hub.manifests.entries()) {
    const path = ['manifests', index];
    if (hub.manifests.indexOf(name) === index)
      yield { kind, name: manifestsApplication(name), what: `the manifests "${name}"`, of: hub, path };
  }
  for (const own of engineOf(hub).own) yield { ...own, what: 'the platform', of: hub, path: [] };
  for (const name of hubProjects) yield { kind: rights, name, what: 'the platform', of: hub, path: [] };
}

/** What a spoke needs on its hub. */
export function* spokeClaims(spoke: Spoke, fleet: Fleet): Iterable<Claim> {
  const { name } = spoke;
  const { teams } = fleet;
  const { bundle, rights } = engineOfSpoke(spoke, fleet).kinds;
  const application = (derived: string, what: string, path: Path): Claim => ({
    kind: bundle,
    name: derived,
    what,
    of: spoke,
    path,
  });
  yield application(parentApplication(name), 'the parent', []);
  yield application(infrastructureApplication(name), 'the infrastructure', []);
  for (const addon of Object.keys(spoke.addons)) {
    yield application(addonApplication(name, addon), `add-on "${addon}"`, ['addons', addon]);
  }
  for (const enabled of enabledAddons(spoke)) {
    if (enabled.addon.chart === undefined || !hasManifests(enabled)) continue;
    const path = ['addons', enabled.name];
    yield application(addonManifestsApplication(name, enabled.name), `manifests of add-on "${enabled.name}"`, path);
  }
  yield { kind: rights, name: addonsProject(name), what: 'the add-ons', of: spoke, path: [] };
  for (const team of new Set(spoke.teams)) {
    const path = ['teams', spoke.teams.indexOf(team)];
    yield application(teamApplication(name, team), `team "${team}"`, path);
    if (teams.get(team)?.repository !== undefined) {
      yield application(repositoryApplication(name, team), `the repository of team "${team}"`, path);
    }
    // A team of that name is refused on its own.
    if (team === ADDONS_PROJECT) continue;
    yield { kind: rights, name: teamProject(name, team), what: `team "${team}"`, of: spoke, path };
  }
  for (const app of Object.keys(spoke.applications)) {
    yield application(teamsApplication(name, app), `application "${app}"`, ['applications', app]);
  }
}
