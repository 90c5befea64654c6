import type { AppProject } from '../../../schemas/types/argoproj.io/AppProject.ts';
import type { Rights } from '../engine.ts';
import { ARGOCD_NAMESPACE, chartRepository, HUB_SERVER } from './application.ts';
import { annotations } from './marks.ts';

export function appProject(rights: Rights, wave: number, labels?: Readonly<Record<string, string>>): AppProject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: rights.name,
      namespace: ARGOCD_NAMESPACE,
      ...(labels && { labels }),
      annotations: annotations({ wave }),
    },
    spec: {
      description: rights.description,
      sourceRepos: [...new Set(rights.repositories.map(chartRepository))],
      destinations: rights.destinations.map(({ cluster, namespace }) =>
        cluster === 'hub' ? { server: HUB_SERVER, namespace } : { name: cluster.spoke, namespace },
      ),
      clusterResourceWhitelist: rights.clusterKinds,
      ...(rights.namespacedKinds && { namespaceResourceWhitelist: rights.namespacedKinds }),
      ...(rights.deniedNamespacedKinds && { namespaceResourceBlacklist: rights.deniedNamespacedKinds }),
    },
  };
}
