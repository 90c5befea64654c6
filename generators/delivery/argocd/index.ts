import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub, Spoke } from '../../model/fleet.ts';
import type { Engine } from '../engine.ts';
import { appProject } from './app-project.ts';
import { type ApplicationOptions, ARGOCD_NAMESPACE, application, HUB_SERVER, syncPolicy } from './application.ts';
import { deliver } from './deliver.ts';
import { fleetApplicationSet } from './fleet-application-set.ts';
import { hubProjects } from './hub-projects.ts';
import { marks } from './marks.ts';
import { patches } from './patches.ts';
import { registration } from './registration.ts';
import { argocdSettings } from './settings.ts';

const argocd: Engine = {
  name: 'argocd',
  bootstrap: (hub, fleet) => rootApplication(hub, fleet),
  hub: (_hub, fleet, bundles, gates) => ({
    'settings.yaml': [argocdSettings([{ group: 'argoproj.io', kind: 'Application' }, ...gates])],
    'projects.yaml': hubProjects(fleet, bundles).map((rights) => appProject(rights, -5)),
    'applications.yaml': bundles.map((bundle) => application(bundle, fleet, hubOptions(bundle))),
  }),
  fleet: (hub, fleet) => [fleetApplicationSet(hub, fleet)],
  spoke: (spoke, fleet, bundles, rights) => ({
    'projects.yaml': rights.map((project) => appProject(project, 2, spokeLabels(spoke))),
    'applications.yaml': bundles.map((bundle) => application(bundle, fleet, spokeOptions(bundle, spoke))),
  }),
  marks,
  registration,
  patches,
  deliver,
};

export default argocd;

/** In project `default`: its own projects exist only after its first wave. */
function rootApplication(hub: Hub, fleet: Fleet): Application {
  const { url, revision } = fleet.config.repository;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: hub.name, namespace: ARGOCD_NAMESPACE },
    spec: {
      project: 'default',
      source: { repoURL: url, targetRevision: revision, path: `out/hubs/${hub.name}/argocd` },
      destination: { server: HUB_SERVER, namespace: ARGOCD_NAMESPACE },
      syncPolicy: syncPolicy(['FailOnSharedResource=true']),
    },
  };
}

/**
 * Deleting an Application of the hub deletes nothing that it delivered, but for what a person approves. A network that
 * retires is no longer listed while it is still there: it must neither be pruned nor count as a difference.
 */
function hubOptions({ confirmDeletion }: Bundle): ApplicationOptions {
  if (!confirmDeletion) return { cascade: false };
  return { cascade: true, objectOptions: 'Prune=false,Delete=confirm', compareOptions: 'IgnoreExtraneous' };
}

function spokeOptions({ confirmDeletion }: Bundle, spoke: Spoke): ApplicationOptions {
  const labels = spokeLabels(spoke);
  return { labels, cascade: true, ...(confirmDeletion && { objectOptions: 'Prune=confirm,Delete=confirm' }) };
}

function spokeLabels(spoke: Spoke) {
  return { 'wheelwright.dev/spoke': spoke.name };
}
