import { describe, expect, test } from 'vitest';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkGraph } from './check-graph.ts';

const kinds = vendoredKinds();

const head = `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: example}
spec:
  schema:
    apiVersion: v1alpha1
    kind: Example
    spec:
      name: string | required=true
      count: integer | required=true
  resources:
    - id: config
      template:
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "\${schema.spec.name}"}
`;

/** The parts of the text that diagnostics point at, with their codes. */
function pointedAt(text: string): readonly (readonly [string, string])[] {
  return checkGraph({ source: { path: 'graph.yaml', text } }, kinds).diagnostics.map(({ code, at }) => [
    code,
    text.slice(at?.span?.start, at?.span?.end),
  ]);
}

const inData = (lines: string) => pointedAt(`${head}        data:\n${lines}\n`);

describe('the offending part of an expression is found', () => {
  const wrong = ['kro/unknown-reference', 'scheme'];

  test.each([
    ['in a plain text', '          a: x-${scheme.spec.name}-${schema.spec.name}'],
    ['in double quotes, behind escapes', '          a: "\\t\\u00e9 \\"x\\" ${scheme.spec.name}"'],
    ['in single quotes', "          a: 'it''s ${scheme.spec.name}'"],
    [
      'in a block',
      '          a: |\n            #!/bin/sh\n            echo ${schema.spec.name}\n\n              echo ${scheme.spec.name}',
    ],
    ['in a block without its last line break', '          a: |-\n            ${scheme.spec.name}'],
    ['in a folded block', '          a: >\n            one\n            two ${scheme.spec.name}\n\n            three'],
    ['in a text over several lines', '          a: one\n            two ${scheme.spec.name}\n            three'],
    [
      'in an expression over several lines',
      '          a: >-\n            ${schema.spec.count > 1\n            ? schema.spec.name\n            : scheme.spec.name}',
    ],
    ['behind letters of two units', '          a: "😀 ${scheme.spec.name}"'],
  ])('%s', (_, lines) => {
    expect(inData(lines)).toEqual([wrong]);
  });

  test('in a map in braces', () => {
    expect(pointedAt(`${head}        data: {a: b, "c": 'x \${scheme.spec.name}'}\n`)).toEqual([wrong]);
  });

  test('with Windows line ends', () => {
    const text = `${head}        data:\n          a: |\n            x\n            \${scheme.spec.name}\n`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(pointedAt(text)).toEqual([wrong]);
  });

  test('where several parts are wrong, each', () => {
    expect(inData('          a: "${scheme.spec.name} and ${schema.spec.nmae} and ${schema.spec.count}"')).toEqual([
      wrong,
    ]);
    expect(inData('          a: "${schema.spec.nmae} and ${schema.spec.title}"')).toEqual([
      ['kro/undefined-field', 'nmae'],
      ['kro/undefined-field', 'title'],
    ]);
  });

  test('in a list of conditions, and in the markers of a field', () => {
    const text = head
      .replace(
        '      template:',
        '      readyWhen: [\'${config.data.ready == 3}\', "${confg.data.ready}"]\n      template:',
      )
      .replace('count: integer | required=true', 'count: integer | required=yes minimum=0');
    expect(pointedAt(text)).toEqual([
      ['kro/marker-boolean', 'required=yes'],
      ['kro/absent-entry', 'config.data.ready'],
      ['kro/no-overload', 'config.data.ready == 3'],
      ['kro/unknown-reference', 'confg'],
    ]);
  });
});

describe('what is no expression is found too', () => {
  test('a field by its name, a value by itself', () => {
    expect(pointedAt(`${head}        datum: {a: b}\n`)).toEqual([['kro/unknown-field', 'datum']]);
    expect(inData('          a: 3')).toEqual([['kro/wrong-type', '3']]);
  });

  test('a value behind an alias, where it is written', () => {
    const text = head
      .replace('template:', 'template: &one')
      .concat('        data: &data {a: 3}\n        binaryData: *data\n');
    expect(pointedAt(text)).toEqual([
      ['kro/wrong-type', '3'],
      ['kro/wrong-type', '3'],
    ]);
  });

  test('a graph that a program made has words in the place of lines', () => {
    const resources = [
      { id: 'config', template: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 3 } } },
    ];
    const schema = { apiVersion: 'v1alpha1', kind: 'Example' };
    const object = {
      apiVersion: 'kro.run/v1alpha1',
      kind: 'ResourceGraphDefinition',
      metadata: { name: 'a' },
      spec: { schema, resources },
    };
    const [diagnostic] = checkGraph({ object }, kinds).diagnostics.filter(({ severity }) => severity === 'error');
    expect(diagnostic?.at?.span).toBeUndefined();
    expect(diagnostic?.message).toBe('Resource "config" at data.a: an integer stands where string is expected.');
  });
});
