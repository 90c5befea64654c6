import { expect, test } from 'vitest';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkGraph } from './check-graph.ts';
import { configMap, exampleGraph } from './rules/example-graph.ts';

const kinds = vendoredKinds();
const codes = (text: string) =>
  checkGraph({ source: { path: 'graph.yaml', text } }, kinds).diagnostics.map(({ code }) => code);

test.each([
  ['/v1', []],
  ['v1', []],
  ['apps//v1', ['kro/api-version']],
  ['/apps/v1', ['kro/api-version']],
  ['v1/', ['kro/unknown-kind']],
  ['/v2', ['kro/unknown-kind']],
])('the apiVersion %s is read as kro reads it', (apiVersion, expected) => {
  expect(codes(exampleGraph({}).replace('apiVersion: v1\n', `apiVersion: ${apiVersion}\n`))).toEqual(expected);
});

test.each([
  ['"": ${schema.spec.name}', ['kro/invalid-object', 'kro/type-mismatch']],
  ['"": ${schema.spec.labels}', ['kro/invalid-object']],
  ['a: ${schema.spec.labels}', ['kro/type-mismatch']],
  ['a: ${schema.spec.name}', []],
])('what stands under an empty key is held against the whole map: %s', (data, expected) => {
  const spec = 'name: string | required=true\nlabels: "map[string]string | required=true"';
  expect(codes(exampleGraph({ spec, resources: configMap({ data }) }))).toEqual(expected);
});

test.each([
  ['.true', ['kro/expression-syntax']],
  ['true', []],
  ['schema.spec.name != "" && !.false', ['kro/expression-syntax']],
])('no literal has a dot before it: %s', (condition, expected) => {
  const resource = `includeWhen: ['\${${condition}}']`;
  expect(codes(exampleGraph({ resources: configMap({ resource }) }))).toEqual(expected);
});
