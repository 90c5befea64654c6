import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { kustomization } from '../../model/kustomization.ts';
import type { Manifest } from '../../model/manifest.ts';
import { bootstrapFile } from '../../model/out-paths.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import type { HubDelivery, Placed } from '../engine.ts';
import { appProject } from './app-project.ts';
import { type ApplicationOptions, ARGOCD_NAMESPACE, application } from './application.ts';
import { fleetApplicationSet } from './fleet-application-set.ts';
import { FLEET_PROJECT, hubProjects } from './hub-projects.ts';
import { fleetFolder, rootFolder } from './paths.ts';
import { rootApplication } from './root-application.ts';
import { argocdSettings } from './settings.ts';

/** What the root of a hub syncs: settings, the rights of its bundles, the bundles, and last the set of all parents. */
export function placeHub(hub: Hub, fleet: Fleet, { bundles, rights, gates }: HubDelivery): readonly Placed[] {
  const all = [...bundles, fleetBundle(hub)];
  const synced: Readonly<Record<string, readonly Manifest[]>> = {
    'settings.yaml': [argocdSettings([{ group: 'argoproj.io', kind: 'Application' }, ...gates])],
    'projects.yaml': hubProjects(fleet, rights).map((project) => appProject(project, -5)),
    'applications.yaml': all.map((bundle) => application(bundle, fleet, optionsOf(bundle))),
  };
  const files = sortedEntries(synced);
  const folder = rootFolder(hub.name);
  return [
    { path: bootstrapFile(hub), manifests: [rootApplication(hub, fleet)] },
    { path: `${folder}/kustomization.yaml`, manifests: [kustomization(files.map(([name]) => name))] },
    ...files.map(([name, manifests]): Placed => ({ path: `${folder}/${name}`, manifests })),
    { path: `${fleetFolder(hub.name)}/fleet.yaml`, manifests: [fleetApplicationSet(hub, fleet)] },
  ];
}

function fleetBundle(hub: Hub): Bundle {
  return {
    name: 'fleet',
    wave: 3,
    project: FLEET_PROJECT,
    cluster: 'hub',
    namespace: ARGOCD_NAMESPACE,
    source: { kind: 'path', path: fleetFolder(hub.name) },
  };
}

/**
 * Deleting an Application of the hub deletes nothing that it delivered, but for what a person approves. A network that
 * retires is no longer listed while it is still there: it must neither be pruned nor count as a difference.
 */
function optionsOf({ confirmDeletion }: Bundle): ApplicationOptions {
  if (!confirmDeletion) return { cascade: false };
  return { cascade: true, objectOptions: 'Prune=false,Delete=confirm', compareOptions: 'IgnoreExtraneous' };
}
