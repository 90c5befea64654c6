import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const good = exampleGraph({});
const roleForConfigMaps = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: kro-example
  labels: {rbac.kro.run/aggregate-to-controller: "true"}
rules:
  - {apiGroups: [""], resources: [configmaps], verbs: [get, list, watch, patch, create, delete]}
  - {apiGroups: [kro.run], resources: [examples], verbs: [get, list, watch, patch]}
  - {apiGroups: [kro.run], resources: [examples/status], verbs: [get, patch, update]}
  - {apiGroups: [kro.run], resources: [examples/finalizers], verbs: [update]}
`;
const service = (type: string) =>
  exampleGraph({
    resources: resourceOf(
      'service',
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: \${schema.spec.name}\nspec:\n  type: ${type}\n  ports: [{port: 80}]`,
    ),
  });
const two = (name: string) => exampleGraph({ resources: `${configMap({})}\n${configMap({ id: 'other', name })}` });
const bounded = (length: number) =>
  exampleGraph({
    spec: `name: string | required=true maxLength=${length}`,
    resources: resourceOf(
      'service',
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: ${schema.spec.name}-web\nspec:\n  ports: [{port: 80}]',
    ),
  });
const secret = (field: string) =>
  exampleGraph({
    resources: resourceOf('secret', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: \${schema.spec.name}\n${field}`),
  });

/** What kro takes, and what then goes wrong with instances. */
export const runTimeRules = {
  'kro/invalid-object': {
    number: 'I87',
    severity: 'error',
    summary: 'A template is an object that the API server takes, whatever its expressions give.',
    details:
      'kro checks names and types of fields only. Required fields, enumerations, patterns, bounds, names and labels are judged when an instance is made: it would fail every time.',
    good: service('ClusterIP'),
    bad: service('ClusterIp'),
  },
  'kro/no-name': {
    number: 'I85',
    severity: 'error',
    summary: 'A template has a `metadata.name`.',
    details: 'kro finds its objects by their names; `generateName` does not help.',
    good,
    bad: exampleGraph({ resources: configMap({ name: '', metadata: 'labels: {app: web}' }) }),
  },
  'kro/fixed-name': {
    number: 'I83',
    severity: 'warning',
    summary: 'The name of an object tells instances apart.',
    details:
      'An object belongs to one instance: the second one that asks for it fails. Where there is only ever one instance this does no harm, which is why it is a warning.',
    good,
    bad: exampleGraph({ resources: configMap({ name: 'settings', data: 'a: ${schema.spec.name}' }) }),
  },
  'kro/same-object': {
    number: 'I82',
    severity: 'error',
    summary: 'No two resources make the same object.',
    details:
      'kro refuses every instance. Two of which both have conditions are not compared: they may exclude each other.',
    good: two('${schema.spec.name}-b'),
    bad: two('${schema.spec.name}'),
  },
  'kro/name-letters': {
    number: 'I92',
    severity: 'error',
    summary: 'The text around the expressions of a name may stand in a name.',
    details: 'Names of most kinds have lower-case letters, digits, "-" and ".".',
    good: exampleGraph({ resources: configMap({ name: '${schema.spec.name}-config' }) }),
    bad: exampleGraph({ resources: configMap({ name: '${schema.spec.name}_config' }) }),
  },
  'kro/name-length': {
    number: 'I93',
    severity: 'warning',
    summary: 'A name stays short enough with the longest values that its fields allow.',
    details: 'The marker `maxLength` bounds a field. Only names whose every part is bounded are looked at.',
    good: bounded(59),
    bad: bounded(60),
  },
  'kro/fraction-bound': {
    number: 'I100',
    severity: 'error',
    summary: 'The bounds of an integer are integers.',
    details: 'kro takes any number; the API server then refuses every value of the field.',
    good: exampleGraph({ spec: 'name: string | required=true\ncount: integer | maximum=2' }),
    bad: exampleGraph({ spec: 'name: string | required=true\ncount: integer | maximum=1.5' }),
  },
  'kro/long-label': {
    number: 'I86',
    severity: 'error',
    summary: 'The name of a graph, its group and its ids have at most 63 characters.',
    details: 'kro writes them into labels of the objects that it makes, and the API server refuses longer ones.',
    good,
    bad: good.replace('name: example', `name: ${'example-'.repeat(8)}graph`),
  },
  'kro/status-state': {
    number: 'I94',
    severity: 'error',
    summary: 'A status has no field `state` of its own.',
    details:
      'kro writes its state there. Only the type of the expression reaches the CRD, and could make every update of a status invalid.',
    good: exampleGraph({ status: 'phase: ${config.metadata.name}' }),
    bad: exampleGraph({ status: 'state: ${config.metadata.name}' }),
  },
  'kro/unwritable-value': {
    number: 'I89',
    severity: 'error',
    summary:
      'An expression gives what can stand in an object: texts, numbers, true and false, and lists and maps of them.',
    details:
      'kro fails at every instance when it should write bytes, a quantity, an address or range, a URL, a version or a type, also within lists and maps; the keys of a map are texts.',
    good: secret('stringData: {key: "${schema.spec.name}"}'),
    bad: secret('data: {key: "${bytes(schema.spec.name)}"}'),
  },
  'kro/unclosed-expression': {
    number: 'F5',
    severity: 'warning',
    summary: 'Every `${` is closed.',
    details:
      'kro takes one that is not for text, without a word. In a string of CEL, braces in double quotes do not count.',
    good,
    bad: exampleGraph({ resources: configMap({ data: "a: 'name: ${schema.spec.name'" }) }),
  },
  'kro/missing-rights': {
    number: 'I101',
    severity: 'warning',
    summary: 'kro may do what a graph asks of it.',
    details:
      'In the mode `aggregation`, in which hubs run it, kro has the rights of the ClusterRoles with the label `rbac.kro.run/aggregate-to-controller`, and the library brings one for its own graphs alone. A graph of `hub/graphs` that a hub lists is delivered with one. `lint --rights` prints the one for others, to be delivered with them. Only `check` looks for it, elsewhere in `hub/`.',
    role: roleForConfigMaps,
    good,
    bad: service('ClusterIP'),
  },
} as const satisfies Rules;
