/**
 * What ACK says when it only comes back later, as planned. It puts these words under `ACK.Recoverable` beside real
 * refusals, and no other field tells the two apart. Nobody has to act on them, so they are no faults.
 */
interface PlannedRequeues {
  /** Where the words are written: repository at a tag, and the file. */
  readonly source: string;
  readonly messages: readonly string[];
}

/** States that pass by themselves. In others, such as DEGRADED, the same words are a fault. */
const passing = ['CREATING', 'PENDING', 'UPDATING', 'DELETING'] as const;

const inState = (what: string) => [
  ...passing.map((state) => `${what} in '${state}' state, cannot be modified until 'ACTIVE'`),
  `${what} in 'DELETING' state, cannot be modified or deleted`,
];

const started = (what: string) => `${what} has started asynchronously updating, cannot be modified until 'ACTIVE'`;

/** By kind. Those that are missing plan no requeue of this sort. */
export const plannedRequeues: Readonly<Record<string, PlannedRequeues>> = {
  Cluster: {
    source: 'aws-controllers-k8s/eks-controller v1.20.0 pkg/resource/cluster/hook.go',
    messages: [...inState('cluster'), started('cluster'), 'cluster is still in use, cannot be deleted'],
  },
  Nodegroup: {
    source: 'aws-controllers-k8s/eks-controller v1.20.0 pkg/resource/nodegroup/hook.go',
    messages: [...inState('nodegroup'), started('nodegroup')],
  },
  Addon: {
    source: 'aws-controllers-k8s/eks-controller v1.20.0 pkg/resource/addon/hooks.go',
    messages: inState('addon'),
  },
  VPC: {
    source: 'aws-controllers-k8s/ec2-controller v1.20.0 pkg/resource/vpc/hooks.go and sdk.go',
    messages: [
      'VPC has CIDR blocks in transitional state, cannot be modified',
      'VPC created but default security group rules need to be deleted',
    ],
  },
  Subnet: {
    source: 'aws-controllers-k8s/ec2-controller v1.20.0 pkg/resource/subnet/sdk.go',
    messages: ['Reconciling to sync additional fields'],
  },
  NATGateway: {
    source: 'aws-controllers-k8s/ec2-controller v1.20.0 pkg/resource/nat_gateway/sdk.go',
    messages: ['resource is pending'],
  },
  Role: {
    source: 'aws-controllers-k8s/iam-controller v1.8.1 pkg/resource/role/sdk.go',
    messages: ['role created, requeuing to trigger updates'],
  },
};

/** How a call begins that AWS refused because there were too many: it is made again later. Error codes of the AWS SDK. */
export const throttled: readonly string[] = [
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
].flatMap((code) => [`${code}: `, `api error ${code}: `]);
