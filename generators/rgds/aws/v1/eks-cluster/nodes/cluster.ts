import { celList, celString } from '../../../../../kro/cel-text.ts';
import type { RgdResource } from '../../../../../model/rgd.ts';
import { inZones } from './network.ts';
import { roleArn, rolesOfNodes } from './roles.ts';

/** CEL. */
const CLUSTER_NAME = 'schema.spec.?clusterName.orValue(schema.spec.name)';

const key: RgdResource = {
  id: 'key',
  state: { keyState: 'Enabled' },
  template: {
    apiVersion: 'kms.services.k8s.aws/v1alpha1',
    kind: 'Key',
    metadata: { name: '${schema.spec.name}' },
    spec: {
      description: 'Kubernetes secrets of ${schema.spec.name}',
      enableKeyRotation: true,
      keySpec: 'SYMMETRIC_DEFAULT',
      keyUsage: 'ENCRYPT_DECRYPT',
      multiRegion: false,
      origin: 'AWS_KMS',
    },
  },
};

const keyAlias: RgdResource = {
  id: 'keyAlias',
  template: {
    apiVersion: 'kms.services.k8s.aws/v1alpha1',
    kind: 'Alias',
    metadata: { name: '${schema.spec.name}' },
    spec: { name: 'alias/eks/${schema.spec.name}', targetKeyID: '${key.status.keyID}' },
  },
};

/** EKS makes this group itself where it is not there first, without retention, and then it belongs to nobody. */
const logGroup: RgdResource = {
  id: 'logGroup',
  template: {
    apiVersion: 'cloudwatchlogs.services.k8s.aws/v1alpha1',
    kind: 'LogGroup',
    metadata: { name: '${schema.spec.name}-cluster' },
    spec: { name: `/aws/eks/\${${CLUSTER_NAME}}/cluster`, retentionDays: '${schema.spec.logRetentionDays}' },
  },
};

const controlPlaneSubnets =
  '(size(network.status.intraSubnets) > 0 ? network.status.intraSubnets : network.status.privateSubnets)';

const LOG_TYPES = celList(['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map(celString));

/** As AWS answers: what is on, what is off, each type once and in its order. Otherwise ACK sees a difference for ever. */
const CLUSTER_LOGGING =
  `\${[{"enabled": true, "types": ${LOG_TYPES}.filter(t, t in schema.spec.logTypes)}, ` +
  `{"enabled": false, "types": ${LOG_TYPES}.filter(t, !(t in schema.spec.logTypes))}].filter(e, size(e.types) > 0)}`;

const cluster: RgdResource = {
  id: 'cluster',
  state: { status: 'ACTIVE' },
  readyWhen: ['it.?status.?endpoint.orValue("") != ""'],
  faults: 'it.?status.?health.?issues.orValue([]).map(i, i.?message.orValue(""))',
  lateInitialisation: 'may-stay-open',
  since: 'controlPlaneMark',
  // It goes only when AWS has no node of it any more, and these must outlive the nodes.
  needs: ['logGroup', 'ownNetwork', ...rolesOfNodes],
  template: {
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'Cluster',
    metadata: { name: '${schema.spec.name}' },
    spec: {
      name: `\${${CLUSTER_NAME}}`,
      version: '${schema.spec.version}',
      roleARN: `\${${roleArn('clusterRole')}}`,
      deletionProtection: '${schema.spec.deletionProtection}',
      bootstrapSelfManagedAddons: false,
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      upgradePolicy: { supportType: '${schema.spec.supportType}' },
      zonalShiftConfig: { enabled: '${schema.spec.zonalShift}' },
      kubernetesNetworkConfig: { ipFamily: 'ipv4', serviceIPv4CIDR: '${schema.spec.serviceIPv4CIDR}' },
      resourcesVPCConfig: {
        endpointPrivateAccess: true,
        endpointPublicAccess: '${schema.spec.endpoint.public}',
        publicAccessCIDRs: '${schema.spec.endpoint.publicAccessCIDRs}',
        subnetIDs: `\${${inZones(controlPlaneSubnets, 'schema.spec.controlPlaneAZs')}}`,
      },
      encryptionConfig: [{ resources: ['secrets'], provider: { keyARN: '${key.status.ackResourceMetadata.arn}' } }],
      logging: { clusterLogging: CLUSTER_LOGGING },
    },
  },
};

const oidcProvider: RgdResource = {
  id: 'oidcProvider',
  // Thumbprints: AWS looks up that of the issuer, and needs none for its own.
  lateInitialisation: 'may-stay-open',
  template: {
    apiVersion: 'iam.services.k8s.aws/v1alpha1',
    kind: 'OpenIDConnectProvider',
    metadata: { name: '${schema.spec.name}' },
    spec: { url: '${cluster.status.identity.oidc.issuer}', clientIDs: ['sts.amazonaws.com'] },
  },
};

export const clusterNodes = [key, keyAlias, logGroup, cluster, oidcProvider];
