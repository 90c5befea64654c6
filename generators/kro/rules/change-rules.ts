import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const before = exampleGraph({ spec: 'name: string | required=true\nsize: string | default="small"' });
const after = (size: string) => exampleGraph({ spec: `name: string | required=true\nsize: ${size}` });
const uses = (kind: string, own: string, other: string) =>
  exampleGraph({
    head: `kind: ${own}`,
    resources: resourceOf(
      'inner',
      `apiVersion: kro.run/v1alpha1\nkind: ${kind}\nmetadata:\n  name: \${schema.spec.name}\n${other}`,
    ),
  }).replace('name: example', `name: ${own.toLowerCase()}`);
const spec = 'spec: {name: "${schema.spec.name}"}';
const inner = exampleGraph({ head: 'kind: Inner' }).replace('name: example', 'name: inner');
const outer = uses('Inner', 'Outer', spec);

/** What is wrong between two versions of a graph, or between graphs. */
export const changeRules = {
  'kro/fixed-field': {
    number: 'R3',
    severity: 'error',
    summary: 'The kind, version, group and scope of a graph never change.',
    details: 'The API server refuses the change. A new version of a kind is a graph of its own.',
    before,
    good: after('string | default="large"'),
    bad: before.replace('kind: Example', 'kind: Sample'),
  },
  'kro/breaking-change': {
    number: 'C77',
    severity: 'error',
    summary: 'A new version of a graph breaks no instance.',
    details:
      'Fields of spec and status stay, keep their types, and take at least what they took. kro refuses another CRD, but goes on with the new graph: instances are then made by a graph that does not fit their kind.',
    before,
    good: after('string | default="large" description="How large."'),
    bad: after('string | default="small" maxLength=5'),
  },
  'kro/unseen-change': {
    number: 'I97',
    severity: 'warning',
    summary: 'A change of a schema is one that kro sees.',
    details:
      'kro compares types, bounds, patterns, required fields, defaults and descriptions. If nothing else changed, new rules, enumerations, list types and types of entries never reach the CRD, while the graph says that it is ready.',
    before,
    good: after('string | default="small" immutable=true description="How large."'),
    bad: after('string | default="small" immutable=true'),
  },
  'kro/object-replaced': {
    number: 'I98',
    severity: 'warning',
    summary: 'A new version of a graph makes the same objects.',
    details:
      'kro deletes what the graph does not make any more, with the data in it. It may be meant so, which is why this is a warning.',
    before,
    good: after('string | default="small" description="How large."'),
    bad: exampleGraph({
      spec: 'name: string | required=true\nsize: string | default="small"',
      resources: configMap({ name: '${schema.spec.name}-config' }),
    }),
  },
  'kro/same-kind': {
    number: 'C79',
    severity: 'error',
    summary: 'Every kind is made by one graph.',
    details: 'The CRD belongs to the graph that came first; the other one is never ready.',
    beside: inner,
    good: outer,
    bad: inner.replace('name: inner', 'name: other'),
  },
  'kro/graph-cycle': {
    number: 'I99',
    severity: 'error',
    summary: "Graphs do not wait for each other's kinds.",
    details: 'A graph becomes active when every kind in it exists, and its own kind exists when it is active.',
    beside: uses('Outer', 'Inner', spec),
    good: exampleGraph({ head: 'kind: Outer' }).replace('name: example', 'name: outer'),
    bad: outer,
  },
} as const satisfies Rules;
