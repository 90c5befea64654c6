import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const spec = 'name: string | required=true\nzones: "[]string | required=true"\ncount: integer | required=true';
const data = (expression: string) => exampleGraph({ spec, resources: configMap({ data: `a: ${expression}` }) });
const resource = (text: string, name?: string) =>
  exampleGraph({ spec, resources: configMap({ resource: text, ...(name !== undefined && { name }) }) });
const good = data('${schema.spec.name}');
const deployment = (readyWhen: string) =>
  exampleGraph({
    spec,
    resources: resourceOf(
      'claim',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${schema.spec.name}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: 1Gi}}',
      `readyWhen: ['${readyWhen}']`,
    ),
  });
const ready = deployment('${claim.status.phase == "Bound"}');
const two = (first: string, second: string) =>
  exampleGraph({
    spec,
    resources: `${configMap({ id: 'first', data: `a: ${first}` })}\n${configMap({ id: 'second', name: '${schema.spec.name}-b', data: `a: ${second}` })}`,
  });

/** What expressions read, and the types that they give. */
export const expressionRules = {
  'kro/expression-syntax': {
    number: 'B51',
    severity: 'error',
    summary: 'An expression is CEL.',
    details:
      'The language is described at https://github.com/google/cel-spec. Braces in single quotes end an expression early: use double quotes.',
    good,
    bad: data('${schema.spec.name +}'),
  },
  'kro/unknown-reference': {
    number: 'B52',
    severity: 'error',
    summary: 'An expression reads resources by their ids, the instance as `schema`, and its own iterators.',
    details: 'Nothing else has a name.',
    good,
    bad: data('${scheme.spec.name}'),
  },
  'kro/unknown-function': {
    number: 'B53',
    severity: 'error',
    summary: 'A function is one of CEL, of Kubernetes or of kro.',
    details:
      'kro has the extensions for strings, lists, encoders, optional values and comprehensions, and libraries of its own.',
    good: data('${string(schema.spec.count)}'),
    bad: data('${text(schema.spec.count)}'),
  },
  'kro/runtime-elsewhere': {
    number: 'B54',
    severity: 'error',
    summary: '`runtime` is read in `status.conditions` only.',
    details: 'It makes and reads conditions of the instance.',
    good,
    bad: data('${runtime.condition(schema, "Ready").status}'),
  },
  'kro/omit': {
    number: 'B55',
    severity: 'error',
    summary: '`omit()` is not called.',
    details:
      'It is behind a feature gate of kro that is closed by default, and in templates only. An empty list or map often does.',
    good,
    bad: data("'${schema.spec.count > 1 ? schema.spec.name : omit()}'"),
  },
  'kro/each-elsewhere': {
    number: 'B56',
    severity: 'error',
    summary: '`each` is read in `readyWhen` of a resource with `forEach` only.',
    details: 'It is one object of the collection.',
    good: resource(
      'forEach:\n  - zone: ${schema.spec.zones}\nreadyWhen: ["${each.metadata.name != \\"\\"}"]',
      '${zone}',
    ),
    bad: data('${each.metadata.name}'),
  },
  'kro/self-reference': {
    number: 'B57',
    severity: 'error',
    summary: 'A resource does not read itself.',
    details: 'Only its `readyWhen` does.',
    good,
    bad: data('${config.metadata.name}'),
  },
  'kro/cycle': {
    number: 'B58',
    severity: 'error',
    summary: 'Resources do not wait for each other.',
    details: 'A resource is made when everything that its expressions read is there.',
    good: two('b', '${first.metadata.name}'),
    bad: two('${second.metadata.name}', '${first.metadata.name}'),
  },
  'kro/iterator-not-in-name': {
    number: 'B59',
    severity: 'error',
    summary: 'Every iterator is in the name of the object, or in its namespace.',
    details: 'Otherwise the objects of the collection would be one and the same.',
    good: resource('forEach:\n  - zone: ${schema.spec.zones}', 'config-${zone}'),
    bad: resource('forEach:\n  - zone: ${schema.spec.zones}', '${schema.spec.name}'),
  },
  'kro/iterator-chain': {
    number: 'B60',
    severity: 'error',
    summary: 'An iterator does not read another one.',
    details: 'kro makes every combination of them. Make one list of both, with `map` and `flatten`.',
    good: resource('forEach:\n  - zone: ${schema.spec.zones}', 'config-${zone}'),
    bad: resource('forEach:\n  - zone: ${schema.spec.zones}\n  - part: ${[zone]}', 'config-${zone}-${part}'),
  },
  'kro/undefined-field': {
    number: 'B61',
    severity: 'error',
    summary: 'A field that an expression reads is in the schema.',
    details:
      'The status of an instance cannot be read. Names with "-", "." or "/" are written with `__dash__`, `__dot__` and `__slash__`.',
    good,
    bad: data('${schema.spec.nmae}'),
  },
  'kro/no-overload': {
    number: 'B93',
    severity: 'error',
    summary: 'A function or operator takes values of the types that it is given.',
    details: 'CEL converts nothing by itself: `string(x)` makes a text of a number.',
    good: data('count-${string(schema.spec.count)}'),
    bad: data('count-${schema.spec.count}'),
  },
  'kro/expression-type': {
    number: 'B94',
    severity: 'error',
    summary: 'The parts of an expression fit together.',
    details: 'What is walked over is a list or a map, and the items of a list have one type.',
    good: data('${schema.spec.zones.map(z, z)[0]}'),
    bad: data('${schema.spec.count.map(z, z)[0]}'),
  },
  'kro/type-mismatch': {
    number: 'B62',
    severity: 'error',
    summary: 'An expression gives what its field takes.',
    details: 'It replaces the field with its value, whatever type that has.',
    good,
    bad: data('${schema.spec.count}'),
  },
  'kro/condition-type': {
    number: 'B63',
    severity: 'error',
    summary: 'An expression of `readyWhen` or `includeWhen` gives true or false.',
    details: 'An optional one does too; for something dynamic, compare it.',
    good: ready,
    bad: deployment('${claim.status.phase}'),
  },
  'kro/readiness-reads-other': {
    number: 'B64',
    severity: 'error',
    summary: '`readyWhen` reads its own resource only.',
    details:
      'In a collection that is `each`. What depends on others belongs into `includeWhen` of the resource that waits.',
    good: ready,
    bad: deployment('${schema.spec.count > 1}'),
  },
  'kro/iterator-type': {
    number: 'B66',
    severity: 'error',
    summary: 'The expression of an iterator gives a list.',
    details: 'For a map, take its keys: `m.map(k, k)`. Of something dynamic kro does not know that it is one.',
    good: resource('forEach:\n  - zone: ${schema.spec.zones}', 'config-${zone}'),
    bad: resource('forEach:\n  - zone: ${schema.spec.name}', 'config-${zone}'),
  },
} as const satisfies Rules;
