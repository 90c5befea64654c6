import type { Answers, Returned } from '../../answer.ts';

const at = 'aws-controllers-k8s/eks-controller v1.20.0 pkg/resource';
const iamAt = 'aws-controllers-k8s/iam-controller v1.8.1 pkg/resource';
const kmsAt = 'aws-controllers-k8s/kms-controller v1.4.1 pkg/resource';
const logTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

interface LogSetup {
  readonly enabled?: boolean;
  readonly types?: readonly string[];
}

/** What is on, then what is off: every type once, in EKS's order. */
const clusterLogging: Returned = {
  is: (sent) => {
    const on = new Set((sent as readonly LogSetup[]).flatMap(({ enabled, types }) => (enabled ? (types ?? []) : [])));
    const entry = (enabled: boolean) => ({ enabled, types: logTypes.filter((type) => on.has(type) === enabled) });
    return [entry(true), entry(false)].filter(({ types }) => types.length > 0);
  },
  source:
    'botocore, eks/2017-11-01/examples-1.json, describe_cluster; aws-controllers-k8s/community#2781; seen of a default cluster',
};

/** No ranges are: those from before; of a new public endpoint all addresses, of a new private one none. */
const publicAccessCIDRs: Returned = {
  is: (sent, spec, before) => {
    if ((sent as readonly string[]).length > 0) return sent;
    const { endpointPublicAccess } = spec['resourcesVPCConfig'] as { readonly endpointPublicAccess: boolean };
    if (!endpointPublicAccess) return before ?? [];
    return ['0.0.0.0/0'];
  },
  source:
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html; aws/containers-roadmap#2002 and kubernetes-sigs/cluster-api-provider-aws#5441: ranges stay when a public endpoint becomes private, and an empty list is refused then',
};

const eks: Answers[string] = {
  Cluster: {
    source: `${at}/cluster/sdk.go, delta.go, hook.go: DescribeCluster`,
    fields: {
      name: 'as sent',
      version: 'as sent',
      roleARN: 'as sent',
      deletionProtection: 'as sent',
      bootstrapSelfManagedAddons: 'not returned',
      'accessConfig.authenticationMode': 'as sent',
      'accessConfig.bootstrapClusterCreatorAdminPermissions': 'not returned',
      'upgradePolicy.supportType': 'as sent',
      'zonalShiftConfig.enabled': 'as sent',
      'kubernetesNetworkConfig.ipFamily': 'as sent',
      'kubernetesNetworkConfig.serviceIPv4CIDR': 'as sent',
      'resourcesVPCConfig.endpointPrivateAccess': 'as sent',
      'resourcesVPCConfig.endpointPublicAccess': 'as sent',
      'resourcesVPCConfig.publicAccessCIDRs': publicAccessCIDRs,
      'resourcesVPCConfig.subnetIDs': 'any order',
      encryptionConfig: 'as sent',
      'logging.clusterLogging': clusterLogging,
      tags: 'any order',
    },
    filledIn: [
      'controlPlaneScalingConfig.tier',
      'kubeAPIServerConfig',
      'kubeControllerManagerConfig',
      'kubeSchedulerConfig',
      'kubernetesNetworkConfig.elasticLoadBalancing.enabled',
      'resourcesVPCConfig.securityGroupIDs',
    ],
  },
  Nodegroup: {
    source: `${at}/nodegroup/sdk.go, delta.go, hook.go: DescribeNodegroup`,
    fields: {
      name: 'as sent',
      clusterName: 'as sent',
      version: 'as sent',
      nodeRole: 'as sent',
      subnets: 'any order',
      amiType: 'as sent',
      capacityType: 'as sent',
      instanceTypes: 'any order',
      diskSize: 'as sent',
      scalingConfig: 'as sent',
      'updateConfig.maxUnavailablePercentage': 'as sent',
      labels: 'any order',
      taints: 'any order',
      tags: 'any order',
    },
    filledIn: ['releaseVersion'],
  },
  Addon: {
    source: `${at}/addon/sdk.go, delta.go: DescribeAddon`,
    fields: {
      name: 'as sent',
      clusterName: 'as sent',
      addonVersion: 'as sent',
      resolveConflicts: 'not returned',
      configurationValues: 'same document',
      tags: 'any order',
    },
  },
  AccessEntry: {
    source: `${at}/access_entry/sdk.go, hooks.go: DescribeAccessEntry, ListAssociatedAccessPolicies`,
    fields: {
      clusterName: 'as sent',
      principalARN: 'as sent',
      type: 'as sent',
      kubernetesGroups: 'any order',
      accessPolicies: 'any order',
      tags: 'any order',
    },
    filledIn: ['username'],
  },
  PodIdentityAssociation: {
    source: `${at}/pod_identity_association/sdk.go: DescribePodIdentityAssociation`,
    fields: {
      clusterName: 'as sent',
      namespace: 'as sent',
      serviceAccount: 'as sent',
      roleARN: 'as sent',
      tags: 'any order',
    },
    filledIn: ['disableSessionTags'],
  },
};

const iam: Answers[string] = {
  Role: {
    source: `${iamAt}/role: GetRole, ListAttachedRolePolicies, ListRolePolicies, GetRolePolicy, ListRoleTags`,
    fields: {
      name: 'as sent',
      path: 'as sent',
      maxSessionDuration: 'as sent',
      assumeRolePolicyDocument: 'same document',
      policies: 'any order',
      // Compared as texts: what json.marshal makes is what IAM stores and returns.
      inlinePolicies: 'as sent',
      permissionsBoundary: 'as sent',
      tags: 'any order',
    },
  },
  OpenIDConnectProvider: {
    source: `${iamAt}/open_id_connect_provider/hooks.go: GetOpenIDConnectProvider; ACK compares without https://`,
    fields: { url: 'as sent', clientIDs: 'any order', tags: 'any order' },
    filledIn: ['thumbprints'],
  },
};

const kms: Answers[string] = {
  Key: {
    source: `${kmsAt}/key: DescribeKey, GetKeyRotationStatus, GetKeyPolicy, ListResourceTags`,
    fields: {
      description: 'as sent',
      enableKeyRotation: 'as sent',
      keySpec: 'as sent',
      keyUsage: 'as sent',
      multiRegion: 'as sent',
      origin: 'as sent',
      tags: 'any order',
    },
    filledIn: ['policy'],
  },
  Alias: {
    source: `${kmsAt}/alias: ListAliases`,
    fields: { name: 'as sent', targetKeyID: 'as sent' },
  },
};

const cloudwatchlogs: Answers[string] = {
  LogGroup: {
    source:
      'aws-controllers-k8s/cloudwatchlogs-controller v1.4.1 pkg/resource/log_group: DescribeLogGroups, ListTagsForResource',
    fields: { name: 'as sent', retentionDays: 'as sent', tags: 'any order' },
  },
};

const answers: Answers = { eks, iam, kms, cloudwatchlogs };

export default answers;
