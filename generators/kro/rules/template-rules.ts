import type { CrdLike } from '../kinds-with.ts';
import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const data = (text: string) => exampleGraph({ resources: configMap({ data: `a: ${text}` }) });
const service = (port: string) =>
  exampleGraph({
    spec: 'name: string | required=true\nport: integer | required=true',
    resources: resourceOf(
      'service',
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: \${schema.spec.name}\nspec:\n  ports:\n    - ${port}`,
    ),
  });
const looseKind: CrdLike = {
  spec: {
    group: 'example.com',
    names: { kind: 'Loose', plural: 'looses' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', additionalProperties: true } },
          },
        },
      },
    ],
  },
};
const loose = (spec: string) =>
  exampleGraph({
    resources: resourceOf(
      'loose',
      `apiVersion: example.com/v1\nkind: Loose\nmetadata:\n  name: \${schema.spec.name}\nspec: ${spec}`,
    ),
  });

/** The fields of objects. */
export const templateRules = {
  'kro/unknown-field': {
    number: 'B28',
    severity: 'error',
    summary: 'Every field of an object is in the schema of its kind.',
    details: 'kro refuses the graph; the API server would drop the field.',
    good: service('port: ${schema.spec.port}'),
    bad: service('port: ${schema.spec.port}\n      protcol: TCP'),
  },
  'kro/wrong-type': {
    number: 'B27',
    severity: 'error',
    summary: 'A value of an object has the type of its field.',
    details: 'A text around an expression makes a string of it; an expression alone gives what it gives.',
    good: service('port: ${schema.spec.port}'),
    bad: service('port: "80"'),
  },
  'kro/untyped-field': {
    number: 'B25',
    severity: 'error',
    summary: 'The schema says what a value of an object may be.',
    details: 'Where a schema is silent, kro gives up. Such a field can be written by others than kro only.',
    crd: looseKind,
    good: loose('{}'),
    bad: loose('{size: 3}'),
  },
  'kro/nested-expression': {
    number: 'B30',
    severity: 'error',
    summary: 'An expression holds no `${`, but at the start of a string in double quotes.',
    details: 'To write a literal `${X}` into a template, make a string of it: `${"${X}"}`.',
    good: data('\'${"${HOME}"}\''),
    bad: data("'${schema.spec.name + ${schema.spec.name}}'"),
  },
  'kro/not-standalone': {
    number: 'B31',
    severity: 'error',
    summary: 'Conditions and iterators are one expression each, with nothing around it.',
    details:
      'This holds for `readyWhen`, `includeWhen`, `forEach` and `status.conditions`. In a block, use `|-` or `>-`: a line break at the end counts too.',
    good: exampleGraph({ resources: configMap({ resource: 'includeWhen: ["${schema.spec.name != \\"\\"}"]' }) }),
    bad: exampleGraph({ resources: configMap({ resource: 'includeWhen: ["${schema.spec.name != \\"\\"} "]' }) }),
  },
} as const satisfies Rules;
