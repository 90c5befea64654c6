import { configMap, exampleGraph } from './example-graph.ts';
import type { Rules } from './rule.ts';

const collection = (forEach: string, name: string) =>
  exampleGraph({
    spec: 'zones: "[]string | required=true"',
    resources: configMap({ name, resource: `forEach:\n${forEach}` }),
  });
const good = collection('  - zone: ${schema.spec.zones}', 'config-${zone}');

/** Names of the kind, of resources and of iterators: kro makes CEL variables of them. */
export const namingRules = {
  'kro/kind-case': {
    number: 'B1',
    severity: 'error',
    summary: 'A kind is in UpperCamelCase.',
    details: 'It has letters and digits only, an upper-case letter first.',
    good: exampleGraph({ head: 'kind: WebApp' }),
    bad: exampleGraph({ head: 'kind: web-app' }),
  },
  'kro/reserved-id': {
    number: 'B2',
    severity: 'error',
    summary: 'No resource and no iterator is called by a word that kro or CEL keeps for itself.',
    details: 'Such as "spec", "item", "instance", "version" or "namespace". Any longer name will do.',
    good: exampleGraph({ resources: configMap({ id: 'settings' }) }),
    bad: exampleGraph({ resources: configMap({ id: 'object' }) }),
  },
  'kro/id-case': {
    number: 'B3',
    severity: 'error',
    summary: 'The id of a resource and the name of an iterator are in lowerCamelCase.',
    details: 'CEL would read "my-config" as a subtraction.',
    good: exampleGraph({ resources: configMap({ id: 'myConfig' }) }),
    bad: exampleGraph({ resources: configMap({ id: 'my-config' }) }),
  },
  'kro/duplicate-id': {
    number: 'B4',
    severity: 'error',
    summary: 'No two resources have the same id.',
    details: 'Expressions know a resource by its id.',
    good: exampleGraph({ resources: `${configMap({})}\n${configMap({ id: 'other', name: '${schema.spec.name}-b' })}` }),
    bad: exampleGraph({ resources: `${configMap({})}\n${configMap({ name: '${schema.spec.name}-b' })}` }),
  },
  'kro/many-dimensions': {
    number: 'B5',
    severity: 'error',
    summary: 'A resource has at most 10 iterators.',
    details: 'That is the limit that the controller comes with; every iterator multiplies the objects.',
    good,
    bad: collection(
      Array.from({ length: 11 }, (_, i) => `  - zone${i}: \${schema.spec.zones}`).join('\n'),
      Array.from({ length: 11 }, (_, i) => `\${zone${i}}`).join('-'),
    ),
  },
  'kro/iterator-hides-resource': {
    number: 'B8',
    severity: 'error',
    summary: 'No iterator has the name of a resource.',
    details: 'An expression could mean either.',
    good,
    bad: collection('  - config: ${schema.spec.zones}', 'config-${config}'),
  },
  'kro/duplicate-iterator': {
    number: 'B9',
    severity: 'error',
    summary: 'No two iterators of a resource have the same name.',
    details: 'One would hide the other.',
    good,
    bad: collection('  - zone: ${schema.spec.zones}\n  - zone: ${schema.spec.zones}', 'config-${zone}'),
  },
} as const satisfies Rules;
