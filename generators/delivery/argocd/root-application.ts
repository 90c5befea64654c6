import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { ARGOCD_NAMESPACE, HUB_SERVER, syncPolicy } from './application.ts';
import { rootFolder } from './paths.ts';

/** The one object that a person applies. In project `default`: its own projects exist only after its first wave. */
export function rootApplication(hub: Hub, fleet: Fleet): Application {
  const { url, revision } = fleet.config.repository;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: hub.name, namespace: ARGOCD_NAMESPACE },
    spec: {
      project: 'default',
      source: { repoURL: url, targetRevision: revision, path: rootFolder(hub.name) },
      destination: { server: HUB_SERVER, namespace: ARGOCD_NAMESPACE },
      syncPolicy: syncPolicy(['FailOnSharedResource=true']),
    },
  };
}
