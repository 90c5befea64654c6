import { type EksAddonSettings, eksAddonSettings } from './eks-addon-settings.ts';

export interface EksAddonFacts {
  /** Nodes do not become ready without it; all others need nodes to run on. */
  readonly beforeNodes: boolean;
  /** The newest major version that is known of it. */
  readonly major: number;
  /** The service account that works with AWS, and the AWS managed policies that it needs. */
  readonly identity?: {
    readonly name: string;
    readonly namespace: string;
    readonly serviceAccount: string;
    readonly policies: readonly string[];
  };
  /** It works with AWS, but the rights that it needs depend on the fleet, and are not made here. */
  readonly needsRights?: true;
  readonly settings?: EksAddonSettings;
  /** What `init` pins and turns on; the example fleet has the same. */
  readonly recommended?: { readonly version: string; readonly configuration?: Readonly<Record<string, unknown>> };
}

const kubeSystem = 'kube-system';
const afterNodes = (major: number, more: Partial<EksAddonFacts> = {}): EksAddonFacts => ({
  beforeNodes: false,
  major,
  ...more,
});

/**
 * EKS add-ons of AWS and of the community that AWS publishes, by name; those of the Marketplace have a "_" in theirs.
 * https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 */
export const eksAddons: Readonly<Record<string, EksAddonFacts>> = {
  adot: afterNodes(0, { needsRights: true }),
  'amazon-cloudwatch-observability': afterNodes(5, {
    identity: {
      name: 'cloudwatch',
      namespace: 'amazon-cloudwatch',
      serviceAccount: 'cloudwatch-agent',
      policies: ['CloudWatchAgentServerPolicy'],
    },
  }),
  'aws-ebs-csi-driver': afterNodes(1, {
    recommended: { version: 'v1.48.0-eksbuild.1' },
    identity: {
      name: 'ebs-csi',
      namespace: kubeSystem,
      serviceAccount: 'ebs-csi-controller-sa',
      policies: ['AmazonEBSCSIDriverPolicyV2'],
    },
  }),
  'aws-efs-csi-driver': afterNodes(3, {
    identity: {
      name: 'efs-csi',
      namespace: kubeSystem,
      serviceAccount: 'efs-csi-controller-sa',
      policies: ['service-role/AmazonEFSCSIDriverPolicy'],
    },
  }),
  'aws-fsx-csi-driver': afterNodes(1, { needsRights: true }),
  'aws-guardduty-agent': afterNodes(1),
  'aws-mountpoint-s3-csi-driver': afterNodes(2, { needsRights: true }),
  'aws-network-flow-monitoring-agent': afterNodes(1, {
    identity: {
      name: 'network-flow',
      namespace: 'amazon-network-flow-monitor',
      serviceAccount: 'aws-network-flow-monitor-agent-service-account',
      policies: ['CloudWatchNetworkFlowMonitorAgentPublishPolicy'],
    },
  }),
  'aws-secrets-store-csi-driver-provider': afterNodes(3, { needsRights: true }),
  'cert-manager': afterNodes(1, { needsRights: true }),
  coredns: afterNodes(1, { settings: eksAddonSettings.coredns, recommended: { version: 'v1.12.4-eksbuild.1' } }),
  'eks-node-monitoring-agent': afterNodes(1),
  'eks-pod-identity-agent': { beforeNodes: true, major: 1, recommended: { version: 'v1.3.8-eksbuild.2' } },
  'external-dns': afterNodes(0, { needsRights: true }),
  'kube-proxy': {
    beforeNodes: true,
    major: 1,
    settings: eksAddonSettings['kube-proxy'],
    recommended: { version: 'v1.35.0-eksbuild.2' },
  },
  'kube-state-metrics': afterNodes(2),
  'metrics-server': afterNodes(0),
  'prometheus-node-exporter': afterNodes(1),
  'snapshot-controller': afterNodes(8),
  'vpc-cni': {
    beforeNodes: true,
    major: 1,
    identity: {
      name: 'vpc-cni',
      namespace: kubeSystem,
      serviceAccount: 'aws-node',
      policies: ['AmazonEKS_CNI_Policy'],
    },
    settings: eksAddonSettings['vpc-cni'],
    recommended: {
      version: 'v1.20.1-eksbuild.1',
      configuration: { enableNetworkPolicy: 'true', env: { ENABLE_PREFIX_DELEGATION: 'true' } },
    },
  },
};
