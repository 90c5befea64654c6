import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const cluster = 'scope: Cluster';
const namespaceObject = (metadata: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: \${schema.spec.name}${metadata}`;
const one = (object: string) => exampleGraph({ resources: resourceOf('made', object) });
const external = (metadata: string, more = '') =>
  exampleGraph({
    status: 'names: ${read.map(r, r.metadata.name)}',
    resources: `- id: read\n${more}  externalRef:\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: ${metadata}`,
  });
const selected = external('{selector: {matchLabels: {app: web}}}');
const crd = (group: string) =>
  one(
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: \${schema.spec.name}.example.com\n  labels: {app: "\${schema.spec.name}"}\nspec:\n  group: ${group}\n  scope: Namespaced\n  names: {kind: Thing, plural: things}\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object}}`,
  );

/** The objects that a graph makes or reads, but for their fields. */
export const resourceRules = {
  'kro/no-object': {
    number: 'R4',
    severity: 'error',
    summary: 'A resource has a `template` or an `externalRef` with apiVersion, kind and metadata.',
    details: 'A template is an object that kro makes; an external reference is one that it only reads.',
    good: exampleGraph({}),
    bad: exampleGraph({ resources: '- id: config' }),
  },
  'kro/both-objects': {
    number: 'B11',
    severity: 'error',
    summary: 'A resource has not both a `template` and an `externalRef`.',
    details: 'An object is made by the graph, or read; not both.',
    good: exampleGraph({}),
    bad: exampleGraph({
      resources: configMap({ resource: 'externalRef: {apiVersion: v1, kind: ConfigMap, metadata: {name: shared}}' }),
    }),
  },
  'kro/external-for-each': {
    number: 'B12',
    severity: 'error',
    summary: 'An external reference has no `forEach`.',
    details: 'To read several objects, give a selector in the place of the name.',
    good: selected,
    bad: exampleGraph({
      spec: 'zones: "[]string | required=true"',
      resources:
        '- id: read\n  forEach:\n    - zone: ${schema.spec.zones}\n  externalRef:\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: "${zone}"}',
    }),
  },
  'kro/external-name': {
    number: 'R5',
    severity: 'error',
    summary: 'An external reference has either a name or a selector.',
    details: 'A name leads to one object, a selector to a list of them.',
    good: selected,
    bad: external('{name: shared, selector: {matchLabels: {app: web}}}'),
  },
  'kro/selector': {
    number: 'B92',
    severity: 'error',
    summary: 'A selector is a label selector, or one expression that gives one.',
    details: 'It has `matchLabels` and `matchExpressions`, as everywhere in Kubernetes.',
    good: selected,
    bad: external('{selector: {matchLabels: {app: web/2}}}'),
  },
  'kro/api-version': {
    number: 'B15',
    severity: 'error',
    summary: 'The apiVersion of an object is a version, or a group, a slash and a version.',
    details: 'Such as `v1` or `apps/v1`.',
    good: exampleGraph({}),
    bad: one('apiVersion: apps/v1/beta\nkind: Deployment\nmetadata:\n  name: a'),
  },
  'kro/kind-name': {
    number: 'B16',
    severity: 'error',
    summary: 'The kind of an object is the literal name of a kind.',
    details: 'kro looks for its schema when the graph is made, so no expression can decide it.',
    good: exampleGraph({}),
    bad: one('apiVersion: v1\nkind: ${schema.spec.name}\nmetadata:\n  name: a'),
  },
  'kro/unknown-kind': {
    number: 'B17',
    severity: 'error',
    summary: 'Every kind that a graph makes or reads exists.',
    details:
      'kro asks the API server for its schema, even behind `includeWhen`. The kind of another graph exists once that graph is active.',
    good: exampleGraph({}),
    bad: one('apiVersion: v1\nkind: ConfigMapp\nmetadata:\n  name: a'),
  },
  'kro/namespace-of-cluster-kind': {
    number: 'B20',
    severity: 'error',
    summary: 'An object of a kind that belongs to the whole cluster has no namespace.',
    details: 'Such as a Namespace or a ClusterRole.',
    good: one(namespaceObject('')),
    bad: one(namespaceObject('\n  namespace: default')),
  },
  'kro/namespace-missing': {
    number: 'B21',
    severity: 'error',
    summary: 'With instances that belong to the whole cluster, objects that do not name their namespace.',
    details: 'Otherwise an object is made in the namespace of its instance.',
    good: exampleGraph({ head: cluster, resources: configMap({ metadata: 'namespace: default' }) }),
    bad: exampleGraph({ head: cluster }),
  },
  'kro/own-metadata': {
    number: 'B22',
    severity: 'error',
    summary: 'No label or annotation of an object begins with `kro.run/` or `internal.kro.run/`.',
    details: 'kro finds its objects by them.',
    good: exampleGraph({ resources: configMap({ metadata: 'labels: {example.com/part: config}' }) }),
    bad: exampleGraph({ resources: configMap({ metadata: 'labels: {kro.run/part: config}' }) }),
  },
  'kro/crd-expression': {
    number: 'B23',
    severity: 'error',
    summary: 'A CustomResourceDefinition has expressions in its metadata only.',
    details: 'kro does not walk along the schema of schemas.',
    good: crd('example.com'),
    bad: crd('"${schema.spec.name}.example.com"'),
  },
} as const satisfies Rules;
