import { ack } from '../../../../clouds/aws/family.ts';
import type { Rgd } from '../../../../model/rgd.ts';
import { facts } from './facts.ts';
import { clusterFeatures } from './features.ts';
import { eksClusterOf } from './instance.ts';
import { access, accessNodes } from './nodes/access.ts';
import { clusterNodes } from './nodes/cluster.ts';
import { addonNodes } from './nodes/eks-addons.ts';
import { networkNodes } from './nodes/network.ts';
import { nodeGroupNodes } from './nodes/node-groups.ts';
import { roleArn, roleNodes } from './nodes/roles.ts';
import { upgradeMarks } from './nodes/upgrade-marks.ts';
import { spec, types } from './spec.ts';

const eksCluster: Rgd = {
  name: 'ekscluster.kro.run',
  kind: 'EKSCluster',
  apiVersion: 'v1alpha1',
  description:
    'An EKS cluster with roles, encryption, logs, access, node groups and EKS add-ons, registered in Argo CD.',
  family: ack,
  composes: ['VPCNetwork'],
  types,
  spec,
  status: {
    arn: '${cluster.status.ackResourceMetadata.arn}',
    endpoint: '${cluster.status.endpoint}',
    /** Of the control plane, once it runs it. */
    version: '${nodesMark.data.version}',
    oidcIssuer: '${cluster.status.identity.oidc.issuer}',
    oidcProviderARN: '${oidcProvider.status.ackResourceMetadata.arn}',
    clusterSecurityGroupID: '${cluster.status.clusterSecurityGroupID}',
    nodeRoleARN: `\${${roleArn('nodeRole')}}`,
    keyARN: '${key.status.ackResourceMetadata.arn}',
    vpcID: '${network.status.vpcID}',
  },
  resources: [
    ...networkNodes,
    ...upgradeMarks,
    ...clusterNodes,
    ...roleNodes,
    ...accessNodes,
    ...addonNodes,
    ...nodeGroupNodes,
  ],
  facts,
  ofSpoke: eksClusterOf,
  features: clusterFeatures,
  patches: [
    {
      paths: ['/spec/logTypes/**', '/spec/logRetentionDays', '/spec/zonalShift'],
      by: 'spoke',
      why: 'Settings of the cluster that change nothing else.',
    },
    {
      paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
      by: 'spoke',
      why: 'For people and for tools of their own.',
    },
    {
      paths: ['/spec/registration/labels/<own>', '/spec/registration/annotations/<own>'],
      by: 'platform',
      why: 'Marks of the cluster where it is registered, by which the platform chooses it.',
    },
  ],
  access,
};

export default eksCluster;
