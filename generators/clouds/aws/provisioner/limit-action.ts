import type { Conditions } from '../../../model/policy-statement.ts';

/** Where the controllers work, and what they may hand to roles. */
export interface Limits {
  readonly partition: string;
  readonly account: string;
  readonly regions: readonly string[];
  /** Policy that must bound every role that is made. */
  readonly permissionsBoundary?: string | undefined;
  /** ARNs of the policies that roles of spokes may have. */
  readonly policies: readonly string[];
}

export interface Limit {
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
}

/** Beginnings and ends of names that the library gives: they are all that tells its roles, keys and groups from others. */
const roles = ['*-cluster', '*-node', '*-pod-*'];
const aliases = 'eks/*';
const logGroups = '/aws/eks/*';

/** Actions that AWS allows for everything or for nothing; those that describe are not listed. */
const unlimited = ['eks:CreateCluster', 'kms:CreateKey', 'kms:ListAliases', 'logs:DescribeLogGroups'];

/** What bounds a role, so that none is made that may do more than its account allows. */
const bounding = [
  'iam:CreateRole',
  'iam:AttachRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePolicy',
  'iam:DeleteRolePolicy',
  'iam:PutRolePermissionsBoundary',
];

/** For which resources, and under which conditions, the controllers of an account may do what an action says. */
export function limitAction(action: string, limits: Limits): Limit {
  const [service = '', name = ''] = action.split(':');
  const inRegions = { StringEquals: { 'aws:RequestedRegion': limits.regions } };
  if (unlimited.includes(action) || (service === 'ec2' && name.startsWith('Describe')))
    return { resources: ['*'], conditions: inRegions };
  const { partition, account } = limits;
  const inEach = (...ends: readonly string[]) =>
    limits.regions.flatMap((region) => ends.map((end) => `arn:${partition}:${service}:${region}:${account}:${end}`));
  switch (service) {
    case 'kms':
      return { resources: inEach(...(name.endsWith('Alias') ? [`alias/${aliases}`, 'key/*'] : ['key/*'])) };
    case 'logs':
      return { resources: inEach(`log-group:${logGroups}`) };
    case 'iam':
      return limitIam(action, limits);
    default:
      return { resources: inEach('*') };
  }
}

function limitIam(action: string, { partition, account, permissionsBoundary, policies }: Limits): Limit {
  const named = (...ends: readonly string[]) => ends.map((end) => `arn:${partition}:iam::${account}:${end}`);
  if (action.includes('OpenIDConnectProvider')) return { resources: named('oidc-provider/oidc.eks.*') };
  if (action === 'iam:CreateServiceLinkedRole')
    return {
      resources: named('role/aws-service-role/*'),
      conditions: {
        StringEquals: { 'iam:AWSServiceName': ['eks.amazonaws.com', 'eks-nodegroup.amazonaws.com'] },
      },
    };
  const resources = named(...roles.map((role) => `role/${role}`));
  if (action === 'iam:PassRole') {
    const domains = partition === 'aws-cn' ? ['amazonaws.com', 'amazonaws.com.cn'] : ['amazonaws.com'];
    const services = ['ec2', 'eks', 'pods.eks'].flatMap((service) => domains.map((domain) => `${service}.${domain}`));
    return { resources, conditions: { StringEquals: { 'iam:PassedToService': services } } };
  }
  const conditions = {
    ...(permissionsBoundary !== undefined &&
      bounding.includes(action) && { StringEquals: { 'iam:PermissionsBoundary': permissionsBoundary } }),
    // One that is in use no longer must still be taken away.
    ...(action === 'iam:AttachRolePolicy' && { ArnEquals: { 'iam:PolicyARN': policies } }),
  };
  return { resources, ...(Object.keys(conditions).length > 0 && { conditions }) };
}
