import type { Bundle } from '../../model/bundle.ts';
import { controllerBundle } from '../../model/controller-bundle.ts';
import type { Hub } from '../../model/fleet.ts';

/** kro may touch only what the library's ClusterRoles allow: mode `aggregation`. */
export function kroController(hub: Hub): Bundle {
  const { concurrency, featureGates } = hub.controllers.kro;
  return controllerBundle('kro', 'kro-system', {
    repo: 'oci://registry.k8s.io/kro/charts',
    chart: 'kro',
    version: hub.versions.kro,
    releaseName: 'kro',
    values: {
      rbac: { mode: 'aggregation' },
      config: { dynamicControllerConcurrentReconciles: concurrency, featureGates },
    },
  });
}
