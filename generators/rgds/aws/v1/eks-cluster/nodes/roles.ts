import { celString } from '../../../../../kro/cel-text.ts';
import type { RgdResource } from '../../../../../model/rgd.ts';

/** JSON text of a policy with one statement, which is CEL. */
const policy = (statement: string) => `\${json.marshal({"Version": "2012-10-17", "Statement": [${statement}]})}`;

const trust = (service: string, actions: readonly string[]) =>
  policy(`{"Effect": "Allow", "Principal": {"Service": ${service}}, "Action": ${JSON.stringify(actions)}}`);

/** Managed policies of the roles that every cluster has. */
export const CLUSTER_POLICIES = ['AmazonEKSClusterPolicy'];
export const NODE_POLICIES = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonSSMManagedInstanceCore',
];

const managed = (name: string) => `arn:\${schema.spec.partition}:iam::aws:policy/${name}`;

interface Role {
  readonly id: string;
  /** Iterator, and CEL of the list that it goes through. */
  readonly each: readonly [iterator: string, list: string];
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

const UNBOUNDED = 'schema.spec.permissionsBoundary == ""';

/**
 * Two nodes, of which one is empty: with a permissions boundary and without. No expression can leave out a field, the
 * API server refuses null, and AWS refuses "". A role that gets a boundary later is the same object in the other node.
 */
function role({ id, each: [iterator, list], name, spec }: Role): RgdResource[] {
  const node = (nodeId: string, condition: string, fields: Readonly<Record<string, unknown>>): RgdResource => ({
    id: nodeId,
    forEach: [{ [iterator]: `\${${condition} ? ${list} : []}` }],
    template: {
      apiVersion: 'iam.services.k8s.aws/v1alpha1',
      kind: 'Role',
      metadata: { name },
      spec: { name, path: '/', maxSessionDuration: 3600, ...fields },
    },
  });
  return [
    node(id, UNBOUNDED, spec),
    node(boundedId(id), `!(${UNBOUNDED})`, { ...spec, permissionsBoundary: '${schema.spec.permissionsBoundary}' }),
  ];
}

const boundedId = (id: string) => `bounded${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

/** CEL: the ARN of a role, whichever of its two nodes made it. `that`: CEL over `it` that tells it from others. */
export function roleArn(id: string, that?: string): string {
  const arns = (node: string) =>
    `${node}${that === undefined ? '' : `.filter(it, ${that})`}.map(it, it.status.ackResourceMetadata.arn)`;
  return `(${arns(id)} + ${arns(boundedId(id))}).join("")`;
}

const clusterRole = role({
  id: 'clusterRole',
  each: ['clusterName', '[schema.spec.name]'],
  name: '${clusterName}-cluster',
  spec: {
    assumeRolePolicyDocument: trust('"eks.amazonaws.com"', ['sts:AssumeRole', 'sts:TagSession']),
    policies: CLUSTER_POLICIES.map(managed),
    inlinePolicies: {
      encryption: policy(
        '{"Effect": "Allow", "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"], "Resource": key.status.ackResourceMetadata.arn}',
      ),
    },
  },
});

const nodeRole = role({
  id: 'nodeRole',
  each: ['clusterName', '[schema.spec.name]'],
  name: '${clusterName}-node',
  spec: {
    assumeRolePolicyDocument: trust(
      `schema.spec.partition == "aws-cn" ? ${celString('ec2.amazonaws.com.cn')} : ${celString('ec2.amazonaws.com')}`,
      ['sts:AssumeRole'],
    ),
    policies: NODE_POLICIES.map(managed),
  },
});

const podIdentityRoles = role({
  id: 'podIdentityRoles',
  each: ['identity', 'schema.spec.podIdentities'],
  name: '${schema.spec.name}-pod-${identity.name}',
  spec: {
    assumeRolePolicyDocument: trust('"pods.eks.amazonaws.com"', ['sts:AssumeRole', 'sts:TagSession']),
    policies: '${identity.policyARNs}',
    inlinePolicies: '${identity.inlinePolicies}',
  },
});

/**
 * ACK gives up a node group as soon as its deletion has begun. What its nodes work with until they are drained is
 * therefore kept until the cluster is gone: the roles by an edge to it, and what is part of it by leaving it to it.
 */
export const rolesOfNodes = [...nodeRole, ...podIdentityRoles].map(({ id }) => id);
export const LEAVES_WITH_CLUSTER = '!schema.spec.deletionProtection';

const podIdentities: RgdResource = {
  id: 'podIdentities',
  leftWhen: LEAVES_WITH_CLUSTER,
  forEach: [{ identity: '${schema.spec.podIdentities}' }],
  template: {
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'PodIdentityAssociation',
    metadata: { name: '${schema.spec.name}-${identity.name}' },
    spec: {
      clusterName: '${cluster.spec.name}',
      namespace: '${identity.namespace}',
      serviceAccount: '${identity.serviceAccount}',
      roleARN: `\${${roleArn('podIdentityRoles', 'it.spec.name == schema.spec.name + "-pod-" + identity.name')}}`,
    },
  },
};

export const roleNodes = [...clusterRole, ...nodeRole, ...podIdentityRoles, podIdentities];
