import type { RgdResource } from '../../../../../model/rgd.ts';
import { LEAVES_WITH_CLUSTER } from './roles.ts';
import { CLUSTER_WITH_NODES } from './upgrade-marks.ts';

interface Group {
  readonly id: 'addonsBeforeNodes' | 'addonsAfterNodes';
  /** CEL: the name of the cluster, once it is their turn. */
  readonly clusterName: string;
  readonly needs: readonly string[];
}

function addons({ id, clusterName, needs }: Group): RgdResource {
  return {
    id,
    forEach: [{ addon: `\${schema.spec.${id}}` }],
    state: { status: 'ACTIVE' },
    faults: 'it.?status.?health.?issues.orValue([]).map(i, i.?message.orValue(""))',
    needs,
    leftWhen: LEAVES_WITH_CLUSTER,
    template: {
      apiVersion: 'eks.services.k8s.aws/v1alpha1',
      kind: 'Addon',
      metadata: { name: '${schema.spec.name}-${addon.name}' },
      spec: {
        name: '${addon.name}',
        clusterName: `\${${clusterName}}`,
        addonVersion: '${addon.version}',
        resolveConflicts: 'OVERWRITE',
        configurationValues: '${json.marshal(addon.configurationValues)}',
      },
    },
  };
}

export const addonNodes = [
  addons({ id: 'addonsBeforeNodes', clusterName: 'cluster.spec.name', needs: ['nodesMark', 'podIdentities'] }),
  addons({ id: 'addonsAfterNodes', clusterName: CLUSTER_WITH_NODES, needs: ['podIdentities'] }),
];
