import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { positionAt } from '../source/source.ts';
import { checkDocuments } from './check-documents.ts';
import { exampleGraph } from './rules/example-graph.ts';

const kinds = vendoredKinds();

function check(...texts: readonly string[]) {
  const sources = texts.map((text, index) => ({ path: `${index}.yaml`, text }));
  const { diagnostics, graphs, instances } = checkDocuments(sources, kinds);
  return { found: diagnostics.map(brief), graphs: graphs.map(({ graph }) => graph?.head.kind), instances };
}

function brief({ code, at }: Diagnostic): string {
  const { source, start } = at?.span ?? { source: { path: '', text: '' }, start: 0 };
  return `${code} ${source.path}:${positionAt(source, start).line}`;
}

const inner = exampleGraph({ head: 'kind: Inner', spec: 'name: string | required=true' });
const outer = exampleGraph({
  head: 'kind: Outer',
  resources: [
    '- id: inner',
    '  template: {apiVersion: kro.run/v1alpha1, kind: Inner, metadata: {name: "${schema.spec.name}"}, spec: {name: a}}',
  ].join('\n'),
}).replace('name: example', 'name: outer');
const instance = 'apiVersion: kro.run/v1alpha1\nkind: Inner\nmetadata: {name: one}\nspec: {name: a}\n';

describe('checkDocuments', () => {
  test('takes graphs after those whose kinds they use, whatever the order of files', () => {
    expect(check(outer, inner)).toEqual({ found: [], graphs: ['Inner', 'Outer'], instances: 0 });
  });

  test('names the line in a file of several documents', () => {
    const bad = inner.replace('string | required=true', 'strin');
    const text = `a: 1\n---\n${bad}`;
    expect(check(text).found).toEqual([expect.stringMatching(/^kro\/unknown-type 0\.yaml:\d+$/)]);
    const line = text.split('\n').findIndex((one) => one.includes('strin')) + 1;
    expect(check(text).found[0]).toContain(`:${line}`);
  });

  test('holds instances against the CRD that kro will make', () => {
    expect(check(inner, instance)).toEqual({ found: [], graphs: ['Inner'], instances: 1 });
    expect(check(inner, instance.replace('name: a', 'nam: a')).found).toEqual([
      'kro/instance 1.yaml:4',
      'kro/instance 1.yaml:4',
    ]);
  });

  test('takes kinds from CRDs that lie beside the graphs', () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {size: {type: integer}}}}}
`;
    const graph = exampleGraph({
      resources: [
        '- id: widget',
        '  template: {apiVersion: example.com/v1, kind: Widget, metadata: {name: "${schema.spec.name}"}, size: 3}',
      ].join('\n'),
    });
    expect(check(graph).found).toEqual([expect.stringContaining('kro/unknown-kind')]);
    expect(check(graph, crd).found).toEqual([]);
  });

  test('reports a file that is no YAML', () => {
    expect(check('a: [').found).toEqual(['kro/yaml 0.yaml:1']);
    const source = { path: '0.yaml', text: 'a:\n  b: [1, 2\n  c: 3\n' };
    const [unclosed] = checkDocuments([source], kinds).diagnostics;
    const notes = unclosed?.notes.map(({ message, at }) => [message, positionAt(source, at?.span?.start ?? 0).line]);
    expect(notes).toEqual([['It should be closed before this', 3]]);
  });

  const listOf = (...texts: readonly string[]) =>
    `apiVersion: v1\nkind: List\nitems:\n${texts.map((text) => text.replace(/^/gm, '    ').replace('    ', '  - ')).join('\n')}\n`;

  test.each([
    [`%YAML 1.1\n---\n${inner}`, ['Inner'], []],
    [`# a comment\n%YAML 1.1\n---\n${inner}---\n${instance}`, ['Inner'], []],
    [`%YAML 1.1\n${inner}`, [undefined], ['kro/yaml 0.yaml:2']],
  ])('takes a directive before the document that it is for: %#', (text, graphs, found) => {
    expect(check(text)).toMatchObject({ graphs, found });
  });

  test('looks into a list, as kubectl prints it', () => {
    expect(check(listOf(outer, inner, instance))).toEqual({ found: [], graphs: ['Inner', 'Outer'], instances: 1 });
    expect(check('apiVersion: v1\nkind: List\nitems: []\n')).toEqual({ found: [], graphs: [], instances: 0 });
  });

  test('names the line of what is wrong in a list, once', () => {
    const text = listOf(
      inner,
      outer.replace('scheme', 'schema').replace('kind: Outer', 'kind: outer'),
      `${instance}on: a\n`,
    );
    const line = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(check(text).found).toEqual([
      `kro/kind-case 0.yaml:${line('kind: outer')}`,
      `kro/instance 0.yaml:${line('on: a')}`,
    ]);
    const twice = listOf(inner.replace('metadata:', 'metadata: {}\nmetadata:'), outer);
    expect(check(twice).found).toEqual([expect.stringMatching(/^kro\/duplicate-key 0\.yaml:7$/)]);
  });

  test.each([
    ['resourceGraphDefinition', 'kro.run/v1alpha1', ['kro/misspelt-kind 0.yaml:2']],
    ['ResourceGraphDefinitions', 'kro.run/v1alpha1', ['kro/misspelt-kind 0.yaml:2']],
    ['ResourceGroup', 'kro.run/v1alpha1', ['kro/misspelt-kind 0.yaml:2']],
    ['ResourceGroup', 'example.com/v1', []],
    ['Something', 'kro.run/v1alpha1', []],
  ])('says that %s of %s is no graph, where one was meant', (kind, apiVersion, found) => {
    const text = inner.replace('ResourceGraphDefinition', kind).replace('kro.run/v1alpha1', apiVersion);
    expect(check(text).found).toEqual(found);
  });
});

test('a graph of too many resources is told of, and goes no further', () => {
  const resources = Array.from(
    { length: 5000 },
    (_, i) =>
      `- id: c${i}\n  template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "\${schema.spec.name}-${i}"}}`,
  );
  const text = exampleGraph({ resources: resources.join('\n') });
  const { diagnostics } = checkDocuments([{ path: 'a.yaml', text }], kinds);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The graph has 5000 resources, and at most 1000 are read.',
  ]);
});
