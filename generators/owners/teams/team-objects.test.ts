import { afterEach, expect, test, vi } from 'vitest';
import { marks } from '../../delivery/argocd/marks.ts';
import type { Team } from '../../model/fleet.ts';
import { memberAccess } from '../../rgds/aws/v1/eks-cluster/nodes/member-access.ts';
import { printManifest } from '../../yaml/print-yaml.ts';
import { teamObjects } from './team-objects.ts';

const checkout: Team = {
  name: 'checkout',
  file: 'config/teams/checkout.yaml',
  version: '1',
  locate: () => ({}),
  accounts: ['payments'],
  members: {
    'on-call': { role: 'ops/checkout-on-call', access: 'admin' },
    developers: { role: 'checkout-developers', access: 'edit' },
    reviewers: { role: 'checkout-reviewers', access: 'edit' },
  },
  quota: { 'requests.cpu': '20', 'limits.memory': '64Gi', pods: 100 },
  identity: { policies: [], actions: [], resources: [] },
  namespaces: {
    ledger: { labels: { 'pod-security.kubernetes.io/enforce': 'baseline' }, quota: { pods: 40 } },
    checkout: { labels: {} },
  },
};

const print = (team: Team): string => teamObjects(team, marks).map(printManifest).join('---\n');
const summary = (team: Team) =>
  teamObjects(team, marks).map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'} ${metadata.name}`);

afterEach(() => {
  vi.unstubAllEnvs();
});

test('each namespace comes with its bounds, rights and closed doors', () => {
  expect(summary(checkout)).toEqual(
    ['checkout', 'ledger'].flatMap((namespace) => [
      `Namespace - ${namespace}`,
      `ResourceQuota ${namespace} quota`,
      `LimitRange ${namespace} container-defaults`,
      `RoleBinding ${namespace} checkout-admin`,
      `RoleBinding ${namespace} checkout-edit`,
      `NetworkPolicy ${namespace} default-deny`,
      `NetworkPolicy ${namespace} allow-same-namespace-and-dns`,
    ]),
  );
});

test('the objects of a namespace are these', () => {
  const { ledger } = checkout.namespaces;
  expect(
    print({
      ...checkout,
      members: { developers: { role: 'a', access: 'edit' } },
      namespaces: { ledger: ledger ?? { labels: {} } },
    }),
  ).toBe(
    `apiVersion: v1
kind: Namespace
metadata:
  name: ledger
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted
    wheelwright.dev/team: checkout
  annotations:
    argocd.argoproj.io/compare-options: IgnoreExtraneous
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: ledger
  labels:
    wheelwright.dev/team: checkout
spec:
  hard:
    limits.memory: 64Gi
    pods: "40"
    requests.cpu: "20"
---
apiVersion: v1
kind: LimitRange
metadata:
  name: container-defaults
  namespace: ledger
  labels:
    wheelwright.dev/team: checkout
spec:
  limits:
    - default:
        memory: 512Mi
      defaultRequest:
        cpu: 100m
      type: Container
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: checkout-edit
  namespace: ledger
  labels:
    wheelwright.dev/team: checkout
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: edit
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: checkout:edit
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ledger
  labels:
    wheelwright.dev/team: checkout
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-same-namespace-and-dns
  namespace: ledger
  labels:
    wheelwright.dev/team: checkout
spec:
  egress:
    - to:
        - podSelector: {}
    - ports:
        - port: 53
          protocol: TCP
        - port: 53
          protocol: UDP
      to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
  ingress:
    - from:
        - podSelector: {}
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
  );
});

test('no defaults for containers where no quota asks for them, and no quota where there is no bound', () => {
  const kinds = (quota: Team['quota']) =>
    teamObjects({ ...checkout, quota, namespaces: { checkout: { labels: {} } } }, marks).map(({ kind }) => kind);
  expect(kinds({ pods: 10 })).toEqual([
    'Namespace',
    'ResourceQuota',
    'RoleBinding',
    'RoleBinding',
    'NetworkPolicy',
    'NetworkPolicy',
  ]);
  expect(kinds({})).toEqual(['Namespace', 'RoleBinding', 'RoleBinding', 'NetworkPolicy', 'NetworkPolicy']);
});

test('no environment variable reaches the output', () => {
  const before = print(checkout);
  vi.stubEnv('CDK8S_DISABLE_SORT', '1');
  vi.stubEnv('CDK8S_RECORD_CONSTRUCT_METADATA', 'true');
  expect(print(checkout)).toBe(before);
});

test('members sign in with their roles and are in the groups that the role bindings name', () => {
  expect(memberAccess(checkout, '222222222222', 'aws-cn')).toEqual([
    {
      name: 'team-checkout-developers',
      principalARN: 'arn:aws-cn:iam::222222222222:role/checkout-developers',
      kubernetesGroups: ['checkout:edit'],
    },
    {
      name: 'team-checkout-on-call',
      principalARN: 'arn:aws-cn:iam::222222222222:role/ops/checkout-on-call',
      kubernetesGroups: ['checkout:admin'],
    },
    {
      name: 'team-checkout-reviewers',
      principalARN: 'arn:aws-cn:iam::222222222222:role/checkout-reviewers',
      kubernetesGroups: ['checkout:edit'],
    },
  ]);
});
