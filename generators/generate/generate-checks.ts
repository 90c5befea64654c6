import type { Catalogue } from '../diagnostics/catalogue.ts';
import { exampleApplication, exampleHub, exampleSpoke, exampleTeam } from '../diagnostics/example-files.ts';

const green = 'config/spokes/green.yaml';
const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
const role = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: api}\n';

const twoApplications = (set: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'teams: [checkout]',
    'applications:',
    '  first: {team: checkout, namespace: checkout, base: web-service}',
    `  second: {team: checkout, namespace: checkout, base: web-service${set}}`,
  );
const base = (namespace: string) => ({
  'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [role.yaml]\n`,
  'spokes/bases/api/role.yaml': role.replace('name: api', `name: api, namespace: ${namespace}`),
  [green]: exampleApplication('{team: checkout, namespace: checkout, base: api}'),
});

const patched = (target: string, operation: string) =>
  exampleSpoke('network: {cidr: 10.1.0.0/18}', `patches: [{target: ${target}, patch: [${operation}]}]`);
const openNetwork = (target: string) => ({
  'config/teams/checkout.yaml': exampleTeam('namespaces: {checkout: {}, ledger: {}}'),
  'config/environments/production.yaml': `patches: [{target: ${target}, patch: [{op: add, path: /spec/egress, value: [{}]}]}]\n`,
  [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [checkout]'),
});

/** A base of one Deployment. */
const workload = (security: string, image = 'registry.example.com/api:1.0', more = '') => ({
  'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [api.yaml]\n`,
  'spokes/bases/api/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: api
          image: "${image}"
          securityContext: {${security}}
${more}`,
  [green]: exampleApplication('{team: checkout, namespace: checkout, base: api}'),
});
const safe = 'allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}';
const service = (app: string) =>
  `---\napiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {selector: {app: ${app}}, ports: [{port: 80}]}\n`;

/** Manifests of a hub: what those on call may do. */
const onCall = (rules: string) => ({
  'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [on-call]'),
  'hub/manifests/on-call/role.yaml': `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: on-call}\n${rules}\n`,
});

/** What is found while layers are merged and the output is made, by code. */
export const generateChecks = {
  'reference/unknown-environment': {
    severity: 'error',
    summary: 'The environment of a spoke is a file of `config/environments`.',
    details:
      'It is a layer of the spoke, so without it nobody knows what the spoke is. An environment that adds nothing is a file that says `{}`.',
    good: { [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}').replace('production', 'prodction') },
  },
  'reference/unknown-component': {
    severity: 'error',
    summary: 'The components of a spoke are files of `config/components`.',
    details:
      'They are layers of the spoke, merged in the order in which it lists them. They have nothing to do with the kustomize components of an application, which are folders below `spokes/components`.',
    good: {
      'config/components/gpu.yaml': 'tags: {gpu: "yes"}\n',
      [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', 'components: [gpu]'),
    },
    bad: {
      'config/components/gpu.yaml': 'tags: {gpu: "yes"}\n',
      [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', 'components: [gpus]'),
    },
  },
  'applications/overlay': {
    severity: 'error',
    summary: 'What an application sets fits the base that it uses.',
    details:
      '`set.image` needs a base that leaves one image open, or has only one, and `set.replicas` one with one workload, or nobody could tell which is meant. An image without a tag must be set. The number of replicas cannot be set where an autoscaler owns it: Git and the autoscaler would change it back and forth for ever.',
    good: {
      [green]: exampleApplication('{team: checkout, namespace: checkout, base: web-service, set: {replicas: 3}}'),
    },
    bad: {
      [green]: exampleApplication(
        '{team: checkout, namespace: checkout, base: web-service, set: {replicas: 3}, components: [autoscaling]}',
      ),
    },
  },
  'applications/same-object': {
    severity: 'error',
    summary: 'No two applications of a spoke make the same object, nor one that the platform makes for a team.',
    details:
      'Names of a base stay as they are, so two applications that use it in one namespace would each undo the other for ever. A namespace of its own tells an application apart, or `set.namePrefix`. Only the objects of bases are known before the merge, not those of charts and of other repositories.',
    good: { [green]: twoApplications(', set: {namePrefix: second-}') },
    bad: { [green]: twoApplications('') },
  },
  'applications/pod-security': {
    severity: 'error',
    summary: 'No pod of a base asks for what its namespace refuses.',
    details:
      'Namespaces of teams enforce the Pod Security Standard "restricted" unless the file of the team labels them otherwise: the API server takes the Deployment and then refuses each of its pods. Looked at are the fields that a pod states, of kinds of Kubernetes, in bases; not those of charts and of other repositories.',
    good: workload(safe),
    bad: workload(`privileged: true, ${safe}`),
  },
  'applications/pod-security-unset': {
    severity: 'warning',
    summary: 'A pod of a base says what its namespace asks of it.',
    details:
      'The standard "restricted" takes a pod only if it says that it needs no rights: `runAsNonRoot`, `seccompProfile`, `allowPrivilegeEscalation: false` and `drop: [ALL]`. Without them no pod starts, unless something in the cluster adds them.',
    good: workload(safe),
    bad: workload('allowPrivilegeEscalation: false'),
  },
  'applications/latest-image': {
    severity: 'warning',
    summary: 'An image has a version.',
    details:
      'What `latest` is changes without a commit: two pods of one Deployment may differ, and nobody can go back to what ran before.',
    good: workload(safe),
    bad: workload(safe, 'registry.example.com/api:latest'),
  },
  'applications/no-target': {
    severity: 'warning',
    summary: 'What an autoscaler scales and a Service selects is part of the application.',
    details:
      'An autoscaler without its workload, and a Service without pods, do nothing, mostly for a slip in a name. It may be meant where another application brings them. Where an application has kinds of others, which may make pods, nothing is said of its Services.',
    good: workload(safe, undefined, service('api')),
    bad: workload(safe, undefined, service('ap')),
  },
  'applications/foreign-namespace': {
    severity: 'error',
    summary: 'What names a namespace in a base names one of the team that owns the application.',
    details:
      'Objects without a namespace stand in that of the application. Others keep their own, and the Argo CD project of a team refuses what is not in the namespaces of the team.',
    good: base('checkout'),
    bad: base('payments'),
  },
  'kustomize/refused': {
    severity: 'error',
    summary: 'Every base can be built by kustomize, with its components.',
    details:
      'Argo CD runs kustomize on each application, long after the merge. What kustomize would refuse there is refused here: a missing file, a field that it does not know, a patch without a target, two objects of one name.',
    good: {
      'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [role.yaml]\n`,
      'spokes/bases/api/role.yaml': role,
    },
    bad: {
      'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [rule.yaml]\n`,
      'spokes/bases/api/role.yaml': role,
    },
  },
  'kustomize/not-predicted': {
    severity: 'warning',
    summary: 'Wheelwright knows what kustomize makes of a base.',
    details:
      'Some features of kustomize, such as generators of plugins or files from the network, are not imitated. The application is delivered all the same, but its objects are not checked before the merge.',
    good: {
      'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [role.yaml]\n`,
      'spokes/bases/api/role.yaml': role,
    },
    bad: {
      'spokes/bases/api/kustomization.yaml': `${kustomization}resources: [role.yaml]\nreplacements: [{path: x.yaml}]\n`,
      'spokes/bases/api/role.yaml': role,
    },
  },
  'patch/no-target': {
    severity: 'error',
    summary: 'A patch names objects that are emitted.',
    details:
      'Its target is a kind, and where that is not enough a name, a namespace or labels, as they stand in out/. A patch without a target would silently do nothing, so it is an error: in the file of a spoke where that spoke has no such object, in a layer where none of its spokes has one.',
    good: {
      [green]: patched('{kind: EKSCluster, name: green}', '{op: replace, path: /spec/zonalShift, value: false}'),
    },
    bad: { [green]: patched('{kind: EKSCluster, name: gren}', '{op: replace, path: /spec/zonalShift, value: false}') },
  },
  'patch/ambiguous': {
    severity: 'error',
    summary: 'A patch with a name means one object.',
    details:
      'Several namespaces may have an object of the same kind and name, such as the network policies of a team. The target says which by its `namespace`, or that it means all of them by `namespace: "*"`.',
    good: openNetwork('{kind: NetworkPolicy, name: default-deny, namespace: ledger}'),
    bad: openNetwork('{kind: NetworkPolicy, name: default-deny}'),
  },
  'patch/forbidden': {
    severity: 'error',
    summary: 'A patch changes only what its writer may change.',
    details:
      'Names, places, rights, versions and what guards against deletion follow from the configuration, where checks and records see them; a patch would hide them. What the file of a spoke and what a layer may touch is in one table, docs/reference/who-may-do-what.md. What counts is the object before and after, however the operation is written.',
    good: { [green]: patched('{kind: EKSCluster}', '{op: replace, path: /spec/zonalShift, value: false}') },
    bad: { [green]: patched('{kind: EKSCluster}', '{op: replace, path: /spec/deletionProtection, value: false}') },
  },
  'patch/does-not-fit': {
    severity: 'error',
    summary: 'The operations of a patch fit the object that they change.',
    details:
      'They are those of RFC 6902: what is replaced or removed must be there, and an index must be in its list. The path is a JSON pointer: `/metadata/labels/team`, with `~1` for a slash in a key.',
    good: { [green]: patched('{kind: EKSCluster}', '{op: add, path: /metadata/labels, value: {cost: shop}}') },
    bad: { [green]: patched('{kind: EKSCluster}', '{op: add, path: /metadata/labels/cost, value: shop}') },
  },
  'output/patch': {
    severity: 'error',
    summary: 'Every emitted object fits the schema of its kind after its patches.',
    details:
      'The API server would refuse it: an unknown field, a wrong type, a missing or forbidden value. The patch at this line, of the file of a spoke or of a layer, makes it so.',
    good: { [green]: patched('{kind: EKSCluster}', '{op: replace, path: /spec/logRetentionDays, value: 7}') },
    bad: { [green]: patched('{kind: EKSCluster}', '{op: replace, path: /spec/logRetentionDays, value: 2}') },
  },
  'output/base': {
    severity: 'error',
    summary: 'Every object that kustomize makes of a base fits the schema of its kind.',
    details:
      'The API server would refuse it, or the project of the team does. The place is the line of the base or component that says it; where kustomize or the application changed it, it is the application. Kinds of others are not looked at where no schema of them is known.',
    good: workload(safe, undefined, service('api')),
    bad: workload(safe, undefined, service('api').replace('port: 80', 'port: http')),
  },
  'output/manifest': {
    severity: 'error',
    summary: 'Every object of a folder of `hub/manifests` fits the schema of its kind, and says its namespace.',
    details:
      'The API server would refuse it. The place is the line of the folder that says it. A graph belongs into `hub/graphs`, where kro gets the rights that it needs for it. Kinds of others are not looked at where no schema of them is known.',
    good: onCall('rules: [{apiGroups: [kro.run], resources: ["*"], verbs: [get, list]}]'),
    bad: onCall('rules: [{apiGroups: [kro.run], resources: ["*"], verb: [get, list]}]'),
  },
  'output/field': {
    severity: 'error',
    summary: 'What a field of the configuration hands on fits the object that it is written to.',
    details:
      'The API server would refuse the object. Checks find most of it earlier, in words of the configuration; this is what only the schema of the object knows, such as what a label may hold. The place is the line of the configuration that the field comes from.',
    good: { 'config/teams/checkout.yaml': exampleTeam('namespaces: {checkout: {labels: {tier: front}}}') },
    bad: { 'config/teams/checkout.yaml': exampleTeam('namespaces: {checkout: {labels: {tier: "front end"}}}') },
  },
} as const satisfies Catalogue;
