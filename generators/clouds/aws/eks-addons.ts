export interface EksAddonFacts {
  /** Nodes do not become ready without it; all others need nodes to run on. */
  readonly beforeNodes: boolean;
  /** The service account that works with AWS, and the AWS managed policies that it needs. */
  readonly identity?: {
    readonly name: string;
    readonly namespace: string;
    readonly serviceAccount: string;
    readonly policies: readonly string[];
  };
}

/** EKS add-ons that may be turned on, by name. https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html */
export const eksAddons: Readonly<Record<string, EksAddonFacts>> = {
  'aws-ebs-csi-driver': {
    beforeNodes: false,
    identity: {
      name: 'ebs-csi',
      namespace: 'kube-system',
      serviceAccount: 'ebs-csi-controller-sa',
      policies: ['AmazonEBSCSIDriverPolicyV2'],
    },
  },
  coredns: { beforeNodes: false },
  'eks-node-monitoring-agent': { beforeNodes: false },
  'eks-pod-identity-agent': { beforeNodes: true },
  'kube-proxy': { beforeNodes: true },
  'metrics-server': { beforeNodes: false },
  'snapshot-controller': { beforeNodes: false },
  'vpc-cni': {
    beforeNodes: true,
    identity: {
      name: 'vpc-cni',
      namespace: 'kube-system',
      serviceAccount: 'aws-node',
      policies: ['AmazonEKS_CNI_Policy'],
    },
  },
};
