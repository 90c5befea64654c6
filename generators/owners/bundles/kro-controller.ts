import type { Bundle } from '../../model/bundle.ts';
import type { Hub } from '../../model/fleet.ts';
import { CONTROLLER_WAVE } from '../../model/names.ts';

/** kro may touch only what the library's ClusterRoles allow: mode `aggregation`. */
export function kroController(hub: Hub): Bundle {
  const { concurrency, featureGates } = hub.controllers.kro;
  return {
    name: 'kro',
    wave: CONTROLLER_WAVE,
    project: 'controllers',
    cluster: 'hub',
    namespace: 'kro-system',
    createNamespace: true,
    source: {
      kind: 'chart',
      repo: 'oci://registry.k8s.io/kro/charts',
      chart: 'kro',
      version: hub.versions.kro,
      releaseName: 'kro',
      values: {
        rbac: { mode: 'aggregation' },
        config: { dynamicControllerConcurrentReconciles: concurrency, featureGates },
      },
    },
  };
}
