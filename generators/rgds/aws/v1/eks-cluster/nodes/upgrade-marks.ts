import type { RgdResource } from '../../../../../model/rgd.ts';

/**
 * Order of an upgrade: control plane, nodes, add-ons.
 *
 * ACK's status names no generation, so an ACTIVE may be older than the version that was just asked for. A mark is a
 * ConfigMap whose name has the version in it: it is made once for each version, and the time of its making, copied to
 * an annotation of the object, tells old reports from new ones (`since`). Readers that must not run ahead look a
 * version up in a map: "no such key" is what kro waits on.
 */
const mark = (name: string, data: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});

const controlPlaneMark: RgdResource = {
  id: 'controlPlaneMark',
  template: mark('${schema.spec.name}-control-plane-${schema.spec.version}', { version: '${schema.spec.version}' }),
};

/** There once the control plane runs the version. */
const nodesMark: RgdResource = {
  id: 'nodesMark',
  template: mark('${schema.spec.name}-nodes-${schema.spec.version}', {
    version: '${{cluster.spec.version: cluster.spec.version}[schema.spec.version]}',
  }),
};

/** CEL: the name of the cluster, once all node groups run the version that is asked for. */
export const CLUSTER_WITH_NODES = '{true: cluster.spec.name}[nodeGroups.all(g, g.spec.version == schema.spec.version)]';

export const upgradeMarks = [controlPlaneMark, nodesMark];
