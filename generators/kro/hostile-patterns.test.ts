import { expect, test } from 'vitest';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkDocuments } from './check-documents.ts';
import { exampleGraph } from './rules/example-graph.ts';

const kinds = vendoredKinds();
const check = (text: string) =>
  checkDocuments([{ path: 'a.yaml', text }], kinds).diagnostics.map(({ code, message }) => `${code} ${message}`);

const letters = 'a'.repeat(40);
const field = (markers: string) => exampleGraph({ head: 'kind: Inner', spec: `name: |-\n  string | ${markers}` });

test('a pattern that would take for ever holds nobody up: in a default', () => {
  expect(check(field(`pattern="^(a+)+$" default="${letters}!"`))).toEqual([
    expect.stringMatching(/^kro\/default-misfit .*does not match \^\(a\+\)\+\$\.$/),
  ]);
});

test.each(['self.matches', 'oldSelf.matches'])('in a rule: %s', (call) => {
  const found = check(field(`default="${letters}!" validation="${call}('^(a+)+$')"`));
  expect(found).toEqual([expect.stringMatching(/^kro\/default-misfit .* its default breaks the rule/)]);
});

test('in an instance', () => {
  const graph = field('required=true pattern="^(a|a)*$"');
  const instance = `apiVersion: kro.run/v1alpha1\nkind: Inner\nmetadata: {name: one}\nspec: {name: ${letters}-}\n`;
  expect(check(`${graph}\n---\n${instance}`)).toEqual([expect.stringMatching(/^kro\/instance .*does not match/)]);
});

test('in a CRD beside the graph', () => {
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
          properties: {spec: {type: object, properties: {name: {type: string, pattern: '^(a*)*$'}}}}
`;
  const graph = exampleGraph({
    head: 'kind: Inner',
    resources: `- id: thing\n  template: {apiVersion: example.com/v1, kind: Thing, metadata: {name: "\${schema.spec.name}"}, spec: {name: ${letters}-}}`,
  });
  expect(check(`${crd}---\n${graph}`).join()).toContain('does not match ^(a*)*$.');
});
