import { clusterName } from '../../model/names.ts';
import type { PolicyStatement } from '../../model/policy-statement.ts';
import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

const name = 'cluster-autoscaler';
const namespace = 'kube-system';

export default defineAddon<Options>({
  summary: 'Makes node groups larger for pods that find no place, and smaller when nodes are needed no more.',
  namespace: { name: namespace, ownedBy: 'cluster' },
  stage: 'system',
  excludes: ['karpenter'],
  clouds: {
    aws: {
      identities: ({ spoke }) => [
        { name, namespace, serviceAccount: name, policies: [], statements: statements(clusterName(spoke)) },
      ],
    },
  },
  recommended: { version: '9.59.0', inInit: false },
  examples: [{}],
  chart: {
    repo: 'https://kubernetes.github.io/autoscaler',
    name,
    openValues: ['affinity', 'nodeSelector', 'resources', 'tolerations', 'topologySpreadConstraints'],
    values: ({ spoke, options: { expander, balance, idleMinutes } }) => ({
      fullnameOverride: name,
      cloudProvider: 'aws',
      awsRegion: spoke.region,
      autoDiscovery: { clusterName: clusterName(spoke) },
      // It foresees where the scheduler would put a pod, and is made for the scheduler of one minor version.
      image: { tag: `v${spoke.versions.kubernetes}.0` },
      rbac: { serviceAccount: { name } },
      extraArgs: {
        expander,
        'balance-similar-node-groups': balance,
        'scale-down-unneeded-time': `${idleMinutes}m`,
        // Each node has some; those that only run elsewhere say so by their budgets.
        'skip-nodes-with-system-pods': false,
      },
    }),
  },
});

/** https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md */
function statements(cluster: string): readonly PolicyStatement[] {
  return [
    {
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
      ],
      resources: ['*'],
    },
    {
      actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
      resources: ['arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:*'],
      // EKS tags the groups of its node groups so.
      conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${cluster}`]: 'owned' } },
    },
    // Labels and taints of a group that has no node yet are known in no other way.
    {
      actions: ['eks:DescribeNodegroup'],
      resources: ['arn:{partition}:eks:{region}:{account}:nodegroup/{cluster}/*'],
    },
  ];
}
