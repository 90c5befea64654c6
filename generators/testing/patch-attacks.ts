import type { PatchOperation } from '../kube/json-patch.ts';

const instance = { kind: 'EKSCluster', name: 'blue' };
const hubNamespace = { kind: 'Namespace', name: 'spoke-blue' };
const infrastructure = { kind: 'Application', name: 'blue-infrastructure' };
const shop = { kind: 'Application', name: 'blue-shop' };
const add = (path: string, value: unknown): PatchOperation => ({ op: 'add', path, value });
const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });
const remove = (path: string): PatchOperation => ({ op: 'remove', path });
const syncOptions = '/metadata/annotations/argocd.argoproj.io~1sync-options';

/** What attackers tried. Whoever writes it, it is refused. */
export const attacks: readonly (readonly [
  what: string,
  target: { kind: string; name: string },
  operation: PatchOperation,
])[] = [
  ['another name', instance, replace('/metadata/name', 'red')],
  ['the name that AWS knows', instance, replace('/spec/name', 'red')],
  ['the namespace of another spoke', instance, replace('/metadata/namespace', 'spoke-red')],
  ['another region', instance, replace('/spec/region', 'us-east-1')],
  ['another partition', instance, replace('/spec/partition', 'aws-cn')],
  ['an older version', instance, replace('/spec/version', '1.34')],
  ['an older version, by the whole spec', instance, replace('/spec', { version: '1.34' })],
  ['an older add-on', instance, replace('/spec/addonsBeforeNodes/0/version', 'v1.0.0-eksbuild.1')],
  ['no deletion protection', instance, replace('/spec/deletionProtection', false)],
  ['deletion protection left out', instance, remove('/spec/deletionProtection')],
  ['resources that stay behind', instance, replace('/spec/deletionPolicy', 'retain')],
  ['no confirmation of pruning', instance, remove(syncOptions)],
  ['no confirmation, by all annotations', instance, remove('/metadata/annotations')],
  ['no confirmation, by the whole metadata', instance, replace('/metadata', { name: 'blue', namespace: 'spoke-blue' })],
  ['confirmation for the child only', infrastructure, replace(syncOptions, 'Prune=true')],
  ['no finalizer', infrastructure, remove('/metadata/finalizers')],
  ['a finalizer', instance, add('/metadata/finalizers', ['example.com/stay'])],
  ['an owner that takes it along', instance, add('/metadata/ownerReferences', [])],
  ['a network of another spoke', instance, replace('/spec/network/name', 'red')],
  ['other addresses', instance, replace('/spec/ownNetwork/0/cidr', '10.9.0.0/18')],
  ['other nodes', instance, replace('/spec/nodeGroups/0/instanceTypes/0', 't3.large')],
  ['fewer node groups', instance, remove('/spec/nodeGroups/0')],
  ['an own role as administrator', instance, add('/spec/access/-', { name: 'me' })],
  [
    'an own policy for a role',
    instance,
    replace('/spec/podIdentities/0/policyARNs/0', 'arn:aws:iam::aws:policy/AdministratorAccess'),
  ],
  ['no bounds of roles', instance, replace('/spec/permissionsBoundary', 'arn:aws:iam::222222222222:policy/none')],
  ['another server as the cluster', instance, replace('/spec/registration/server', 'https://evil.example.com')],
  ['another role for Argo CD', instance, replace('/spec/registration/argocdRoleARN', 'arn:aws:iam::1:role/x')],
  ['another spoke by its labels', instance, replace('/spec/registration/labels/wheelwright.dev~1spoke', 'red')],
  ['an API that is open to all', instance, add('/spec/endpoint/publicAccessCIDRs/-', '0.0.0.0/0')],
  ['an instruction to kro', instance, add('/metadata/labels', { 'kro.run/owned': 'false' })],
  ['an instruction to ACK', instance, add('/metadata/annotations/services.k8s.aws~1deletion-policy', 'delete')],
  ['an instruction to an ACK service', instance, add('/metadata/annotations/eks.services.k8s.aws~1x', 'y')],
  [
    'an instruction in other letters',
    instance,
    add('/metadata/annotations/ArgoCD.argoproj.io~1sync-options', 'Prune=true'),
  ],
  ['a namespace that becomes a right', hubNamespace, replace('/kind', 'ClusterRole')],
  ['a namespace that becomes an ApplicationSet', hubNamespace, replace('/apiVersion', 'argoproj.io/v1alpha1')],
  ['a namespace with another name', hubNamespace, replace('/metadata/name', 'argocd')],
  ['a namespace in a namespace', hubNamespace, add('/metadata/namespace', 'argocd')],
  [
    'another account',
    hubNamespace,
    replace('/metadata/annotations/services.k8s.aws~1owner-account-id', '333333333333'),
  ],
  ['a rule of a role that is no role yet', hubNamespace, add('/rules', [])],
  [
    'a right that kro gathers',
    hubNamespace,
    add('/metadata/labels/rbac.authorization.k8s.io~1aggregate-to-admin', 'true'),
  ],
  ['a namespace without its protection', hubNamespace, remove('/metadata/annotations')],
  ['a field of its own', hubNamespace, add('/spec', { finalizers: [] })],
  ['the default project', shop, replace('/spec/project', 'default')],
  ['another repository', shop, replace('/spec/source/repoURL', 'https://github.com/evil/x')],
  ['a way up to others', shop, replace('/spec/source/path', '..')],
  ['another revision', shop, replace('/spec/source/targetRevision', 'refs/heads/evil')],
  ['several sources', shop, add('/spec/sources', [])],
  ['patches by kustomize', shop, add('/spec/source/kustomize', { patches: [] })],
  ['a plugin', shop, add('/spec/source/plugin', { name: 'x' })],
  ['another namespace', shop, replace('/spec/destination/namespace', 'kube-system')],
  [
    'the hub as its cluster',
    shop,
    replace('/spec/destination', { server: 'https://kubernetes.default.svc', namespace: 'argocd' }),
  ],
  ['the namespace of Argo CD', infrastructure, replace('/spec/destination/namespace', 'argocd')],
  ['no server-side apply', infrastructure, remove('/spec/syncPolicy/syncOptions')],
  ['no pruning', infrastructure, replace('/spec/syncPolicy/automated/prune', false)],
  ['no syncing', infrastructure, remove('/spec/syncPolicy')],
  ['another wave', infrastructure, replace('/metadata/annotations/argocd.argoproj.io~1sync-wave', '-9')],
  ['a hook', shop, add('/metadata/annotations/argocd.argoproj.io~1hook', 'PreSync')],
  ['a command at once', shop, add('/operation', { sync: {} })],
  [
    'values of a platform chart',
    { kind: 'Application', name: 'blue-metrics-server' },
    add('/spec/source/helm/valuesObject/args', ['--kubelet-insecure-tls']),
  ],
  [
    'another version of a platform chart',
    { kind: 'Application', name: 'blue-metrics-server' },
    replace('/spec/source/targetRevision', '0.0.1'),
  ],
  ['every repository', { kind: 'AppProject', name: 'blue-checkout' }, replace('/spec/sourceRepos', ['*'])],
  [
    'every destination',
    { kind: 'AppProject', name: 'blue-checkout' },
    add('/spec/destinations/-', { server: '*', namespace: '*' }),
  ],
  ['a role of Argo CD', { kind: 'AppProject', name: 'blue-checkout' }, add('/spec/roles', [])],
  ['more than its role', { kind: 'RoleBinding', name: 'checkout-edit' }, replace('/roleRef/name', 'cluster-admin')],
  [
    'privileged pods',
    { kind: 'Namespace', name: 'checkout' },
    replace('/metadata/labels/pod-security.kubernetes.io~1enforce', 'privileged'),
  ],
  ['another driver of volumes', { kind: 'StorageClass', name: 'gp3' }, replace('/provisioner', 'example.com/x')],
];

/** What lifts a bound that the platform set for others: a layer may, the file of a spoke may not. */
export const bounds: readonly (readonly [what: string, kind: string, operation: PatchOperation])[] = [
  ['a larger quota', 'ResourceQuota', replace('/spec/hard/pods', '1000')],
  ['an open network', 'NetworkPolicy', add('/spec/egress', [{}])],
  ['another subject', 'RoleBinding', add('/subjects/-', { kind: 'Group', name: 'everybody' })],
  ['volumes in the clear', 'StorageClass', replace('/parameters/encrypted', 'false')],
  ['kinds of the whole cluster', 'AppProject', add('/spec/clusterResourceWhitelist/-', { group: '*', kind: '*' })],
  [
    'differences that nobody sees',
    'Application',
    add('/spec/ignoreDifferences', [{ kind: '*', jsonPointers: ['/spec'] }]),
  ],
];
