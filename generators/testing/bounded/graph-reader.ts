import { reporters } from '../../diagnostics/reporters.ts';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkDocuments } from '../../kro/check-documents.ts';
import { compareDocuments } from '../../kro/compare/compare-documents.ts';
import { checkRights } from '../../kro/rights/check-rights.ts';
import { exampleGraph } from '../../kro/rules/example-graph.ts';
import { rules } from '../../kro/rules/rules.ts';
import { rgds } from '../../rgds/registry.ts';
import { renderRgd } from '../../rgds/render-rgd.ts';
import { limits } from '../../util/limits.ts';
import type { Reader } from './reader.ts';

const kinds = vendoredKinds();
const library = Object.values(rgds);
const written = library.map((rgd) => JSON.stringify(renderRgd(rgd, library), null, 1));
const examples = Object.values(rules).flatMap(({ good, bad }) => [good, bad]);
const instance = 'apiVersion: kro.run/v1alpha1\nkind: Example\nmetadata: {name: one}\nspec: {name: a}\n';

const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [name]
              properties:
                name: {type: string, pattern: '^[a-z]{1,63}$', maxLength: 63}
                size: {type: integer, minimum: 1, default: 3}
                list: {type: array, items: {type: object, properties: {a: {type: string, default: b}}}}
                any: {x-kubernetes-preserve-unknown-fields: true, type: object}
                port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
---
${exampleGraph({
  head: 'kind: Example',
  resources:
    '- id: thing\n  template: {apiVersion: example.com/v1, kind: Thing, metadata: {name: "${schema.spec.name}"}, spec: {name: a}}',
})}---
${instance}`;

function checked(text: string): void {
  const sources = [{ path: 'hub/a.yaml', text }];
  const found = checkDocuments(sources, kinds);
  const rights = checkRights(sources, found.kinds);
  const compared = compareDocuments([{ path: 'hub/a.yaml', text: examples[0] ?? '' }], sources, kinds);
  for (const report of Object.values(reporters))
    report([...found.diagnostics, ...rights, ...compared], { color: false });
}

/** What `lint` reads: graphs, instances, CRDs and roles. */
export const graphReader: Reader = {
  samples: [...examples, ...written, crd, `${examples[0]}---\n${instance}`],
  mostBytes: limits.graphBytes.most,
  weight: 1,
  read: checked,
};

const fields = library.flatMap(({ spec }) => JSON.stringify(spec, null, 1));
const types =
  'string|integer | required=true default=3 minimum=1|string | enum="a,b" default=a pattern="^[a-z]+$"|[]string|map[string]integer|boolean | default=true|object|A | validation="self.a == 1"'.split(
    '|',
  );

/** The `spec` and `types` of a graph's schema. */
export const simpleSchemaReader: Reader = {
  samples: [
    ...types.map((type) => `a: '${type}'`),
    ...fields,
    'a: {b: string, c: {d: "[]T"}}',
    'A: {a: integer}\nB: "[]A"',
  ],
  mostBytes: limits.graphBytes.most,
  weight: 1,
  read: (text, random) => {
    const inOneLine = random.chance(3) ? `name: ${JSON.stringify(text)}` : text;
    checked(exampleGraph(random.chance(2) ? { spec: inOneLine } : { types: inOneLine, spec: 'a: T0\nb: A' }));
  },
};
