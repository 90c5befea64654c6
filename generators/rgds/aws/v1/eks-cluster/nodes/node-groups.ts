import type { RgdResource } from '../../../../../model/rgd.ts';
import { inZones } from './network.ts';
import { roleArn } from './roles.ts';

/** Read by ACK: who decides on the number of nodes once the group exists. */
const SIZE_IS_SET_BY = 'eks.services.k8s.aws/desired-size-managed-by';
const setter = '${group.keepDesired ? "ack-eks-controller" : "external-autoscaler"}';

const nodeGroups: RgdResource = {
  id: 'nodeGroups',
  forEach: [{ group: '${schema.spec.nodeGroups}' }],
  state: { status: 'ACTIVE' },
  // CREATE_FAILED is not Terminal: the reason stands here alone.
  faults: 'it.?status.?health.?issues.orValue([]).map(i, i.?message.orValue(""))',
  // ACK looks at another spec, not at another annotation: without this, a word that comes after a refusal would never be read.
  tags: { 'wheelwright.dev/size-set-by': setter },
  since: 'nodesMark',
  // Without a network plug-in no node becomes ready.
  needs: ['addonsBeforeNodes'],
  template: {
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'Nodegroup',
    metadata: {
      name: '${schema.spec.name}-${group.name}',
      annotations: { [SIZE_IS_SET_BY]: setter },
    },
    spec: {
      name: '${group.name}',
      clusterName: '${cluster.spec.name}',
      version: '${nodesMark.data.version}',
      nodeRole: `\${${roleArn('nodeRole')}}`,
      subnets: `\${${inZones('network.status.privateSubnets', 'group.azs')}}`,
      amiType: '${group.amiType}',
      capacityType: '${group.capacityType}',
      instanceTypes: '${group.instanceTypes}',
      diskSize: '${group.diskSize}',
      scalingConfig: { minSize: '${group.min}', desiredSize: '${group.desired}', maxSize: '${group.max}' },
      updateConfig: { maxUnavailablePercentage: 33 },
      labels: '${group.labels}',
      taints: '${group.taints}',
    },
  },
};

export const nodeGroupNodes = [nodeGroups];
