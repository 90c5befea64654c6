import type { PolicyStatement } from '../../model/policy-statement.ts';
import type { Options } from './options.ts';

/** All that it makes has this tag from the beginning. */
const TAG = 'elbv2.k8s.aws/cluster';
const asked = { [`aws:RequestTag/${TAG}`]: '{cluster}' };
const own = { [`aws:ResourceTag/${TAG}`]: '{cluster}' };
/** Nothing of its own is given away. */
const tagStays = { Null: { [`aws:RequestTag/${TAG}`]: 'true' } };

const ec2 = (type: string) => [`arn:{partition}:ec2:{region}:*:${type}/*`];
const elasticLoadBalancing = (type = '*') => [`arn:{partition}:elasticloadbalancing:{region}:{account}:${type}`];

/**
 * What the policy that its project publishes allows, for its own things alone, and without Outposts, pools of addresses and
 * certificates in IAM. https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/
 */
export function rights(cluster: string, { integrations }: Options): readonly PolicyStatement[] {
  return [
    reading,
    { actions: ['ec2:GetSecurityGroupsForVpc', 'ec2:CreateSecurityGroup'], resources: ec2('vpc') },
    { actions: ['acm:DescribeCertificate'], resources: ['arn:{partition}:acm:{region}:{account}:certificate/*'] },
    ...securityGroups(cluster),
    ...loadBalancers,
    {
      actions: ['iam:CreateServiceLinkedRole'],
      resources: ['arn:{partition}:iam::{account}:role/aws-service-role/elasticloadbalancing.*'],
      conditions: { StringLike: { 'iam:AWSServiceName': 'elasticloadbalancing.*' } },
    },
    ...integrations.flatMap((one) => ofIntegration[one]),
  ];
}

const reading: PolicyStatement = {
  actions: [
    'acm:ListCertificates',
    'ec2:DescribeAccountAttributes',
    'ec2:DescribeAddresses',
    'ec2:DescribeAvailabilityZones',
    'ec2:DescribeInstances',
    'ec2:DescribeInternetGateways',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeRouteTables',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeTags',
    'ec2:DescribeVpcPeeringConnections',
    'ec2:DescribeVpcs',
    'elasticloadbalancing:DescribeCapacityReservation',
    'elasticloadbalancing:DescribeListenerAttributes',
    'elasticloadbalancing:DescribeListenerCertificates',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeLoadBalancerAttributes',
    'elasticloadbalancing:DescribeLoadBalancers',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeSSLPolicies',
    'elasticloadbalancing:DescribeTags',
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:DescribeTargetHealth',
    'elasticloadbalancing:DescribeTrustStores',
  ],
  resources: ['*'],
};

const securityGroups = (cluster: string): readonly PolicyStatement[] => [
  { actions: ['ec2:CreateSecurityGroup'], resources: ec2('security-group'), conditions: { StringEquals: asked } },
  {
    actions: ['ec2:CreateTags'],
    resources: ec2('security-group'),
    conditions: { StringEquals: { ...asked, 'ec2:CreateAction': 'CreateSecurityGroup' } },
  },
  {
    actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
    resources: ec2('security-group'),
    conditions: { StringEquals: own, ...tagStays },
  },
  {
    actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress', 'ec2:DeleteSecurityGroup'],
    resources: ec2('security-group'),
    conditions: { StringEquals: own },
  },
  // That of the nodes, which load balancers must reach: EKS tags it so.
  {
    actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
    resources: ec2('security-group'),
    conditions: { StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${cluster}`]: 'owned' } },
  },
];

const loadBalancers: readonly PolicyStatement[] = [
  {
    actions: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
    resources: elasticLoadBalancing(),
    conditions: { StringEquals: asked },
  },
  {
    actions: ['elasticloadbalancing:AddTags'],
    resources: elasticLoadBalancing(),
    conditions: {
      StringEquals: {
        ...asked,
        'elasticloadbalancing:CreateAction': [
          'CreateListener',
          'CreateLoadBalancer',
          'CreateRule',
          'CreateTargetGroup',
        ],
      },
    },
  },
  {
    actions: ['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'],
    resources: elasticLoadBalancing(),
    conditions: { StringEquals: own, ...tagStays },
  },
  {
    actions: [
      'AddListenerCertificates',
      'CreateListener',
      'CreateRule',
      'DeleteListener',
      'DeleteLoadBalancer',
      'DeleteRule',
      'DeleteTargetGroup',
      'DeregisterTargets',
      'ModifyCapacityReservation',
      'ModifyListener',
      'ModifyListenerAttributes',
      'ModifyLoadBalancerAttributes',
      'ModifyRule',
      'ModifyTargetGroup',
      'ModifyTargetGroupAttributes',
      'RegisterTargets',
      'RemoveListenerCertificates',
      'SetIpAddressType',
      'SetSecurityGroups',
      'SetSubnets',
    ].map((action) => `elasticloadbalancing:${action}`),
    resources: elasticLoadBalancing(),
    conditions: { StringEquals: own },
  },
  // The one change of what exists that AWS does not limit by tags.
  { actions: ['elasticloadbalancing:SetRulePriorities'], resources: elasticLoadBalancing('listener-rule/*') },
];

const ofIntegration: Readonly<Record<Options['integrations'][number], readonly PolicyStatement[]>> = {
  cognito: [
    {
      actions: ['cognito-idp:DescribeUserPoolClient'],
      resources: ['arn:{partition}:cognito-idp:{region}:{account}:userpool/*'],
    },
  ],
  shield: [
    { actions: ['shield:CreateProtection', 'shield:GetSubscriptionState'], resources: ['*'] },
    {
      actions: ['shield:DeleteProtection', 'shield:DescribeProtection'],
      resources: ['arn:{partition}:shield::{account}:protection/*'],
    },
  ],
  waf: [
    { actions: ['elasticloadbalancing:SetWebAcl'], resources: ['*'] },
    {
      actions: ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL', 'wafv2:GetWebACL', 'wafv2:GetWebACLForResource'],
      resources: [
        'arn:{partition}:wafv2:{region}:{account}:regional/webacl/*',
        ...elasticLoadBalancing('loadbalancer/app/*'),
      ],
    },
  ],
};
