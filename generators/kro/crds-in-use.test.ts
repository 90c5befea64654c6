import { expect, test } from 'vitest';
import { crdsInUse } from './crds-in-use.ts';

const crd = (kind: string, more = '') =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  names:\n    kind: ${kind}\n${more}`;
const file = (path: string, text: string) => ({ path, text });
const user = file('a.yaml', 'kind: ResourceGraphDefinition\n# a Widget, or an ExternalRef of a Gadget\n');

/** The kinds of the CRDs that are left. */
const left = (...texts: readonly string[]) =>
  crdsInUse(
    texts.map((text, index) => file(`${index}.yaml`, text)),
    [user],
  ).map(({ text }) => text.trim());

test('a CRD whose kind nothing names is left out, and those beside it in its file are not', () => {
  expect(left(crd('Other'), crd('Widget'))).toEqual([crd('Widget').trim()]);
  expect(left(`${crd('Other')}---\n${crd('Gadget')}---\n${crd('Another')}`)).toEqual([crd('Gadget').trim()]);
  expect(left(crd('WidgetSet'), crd('Widge'))).toEqual([]);
});

test('what else there is stays, and what it names is used', () => {
  const graph = 'kind: ResourceGraphDefinition\nspec: {resources: [{template: {kind: Other}}]}';
  expect(left(graph, crd('Other'))).toEqual([graph, crd('Other').trim()]);
  expect(left('a: [')).toEqual(['a: [']);
});

test.each([
  '{"kind":"CustomResourceDefinition","spec":{"names":{"kind":"Widget"}}}',
  '{"spec": {"names": {"kind" : "Widget"}}, "kind": "CustomResourceDefinition"}',
  crd("'Widget'"),
  crd('&kind Widget'),
  crd('!!str Widget'),
  crd('*kind'),
  crd('Other', '    listKind: List\n---\nkind: CustomResourceDefinition\nspec: {names: {kind:  Widget}}\n').split(
    '---',
  )[1] ?? '',
  crd('').replace('    kind: \n', ''),
  `apiVersion: v1\nkind: List\nitems:\n- ${crd('Other').replaceAll('\n', '\n  ')}\n- ${crd('Widget').replaceAll('\n', '\n  ')}`,
])('%s may define it', (text) => {
  expect(left(text)).toHaveLength(1);
});

test('a key without a value, as in the schema of a kind, names none', () => {
  expect(left(crd('Other', '    schema:\n      properties:\n        kind:\n          type: string\n'))).toEqual([]);
});
