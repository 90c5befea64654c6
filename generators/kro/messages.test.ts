import { expect, test } from 'vitest';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkGraph } from './check-graph.ts';
import { configMap, exampleGraph, resourceOf } from './rules/example-graph.ts';

const kinds = vendoredKinds();
const spec = [
  'name: string | required=true',
  'count: integer | required=true',
  'my-field: string | required=true',
  'zones: "[]string | required=true"',
].join('\n');
const graph = (resources: string) => exampleGraph({ spec, resources });
const data = (value: string) => graph(configMap({ data: `a: '${value}'` }));
const each = (forEach: string) =>
  graph(configMap({ name: '${zone}', data: 'a: ${zone}', resource: `forEach: ${forEach}` }));
const read = (more: string) =>
  graph(
    `- id: read\n  externalRef: {apiVersion: v1, kind: ConfigMap${more}}\n${configMap({ data: 'a: ${read.data.b}' })}`,
  );
const secret = (value: string) =>
  graph(
    resourceOf('secret', `apiVersion: v1\nkind: Secret\nmetadata: {name: "\${schema.spec.name}"}\ndata: {a: ${value}}`),
  );

/** What is said of a graph: the message, the help, and in brackets what it points at. */
function saidOf(text: string): readonly string[] {
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  return diagnostics.map(({ message, help = '', at }) => {
    const { start = 0, end = 0 } = at?.span ?? {};
    return `${message} ${help} [${text.slice(start, end)}]`;
  });
}

test.each([
  [
    'a number in a text',
    data('n-${schema.spec.count}'),
    'this is int; string(…) makes a text of it.',
    '[schema.spec.count]',
  ],
  ['a list in a text', data('${schema.spec.zones}-z'), 'this is list(string); json.marshal(…)', '[schema.spec.zones]'],
  ['an optional value in a text', data('n-${schema.spec.?name}'), 'orValue(…)', '[schema.spec.?name]'],
  ['a sum that was written', data('${"a" + 1}'), '"+" takes no string and int', '["a" + 1]'],
  ['a sum within a text', data('n-${"a" + 1}'), '"+" takes no string and int', '["a" + 1]'],
  ['a parenthesis too many', data('n-${schema.spec.name)}-m'), 'cannot read on at ")"', '[)]'],
  ['an expression without its end', data('n-${schema.spec.name +}-m'), 'finds the end', '[]'],
  ['a word too many', data('${schema.spec.name on}'), 'cannot read on at "on"', '[on]'],
  ['a dash in a field', data('${schema.spec.my-field}'), '`schema.spec.my__dash__field`', '[field]'],
  ['a variable of a shell', data('${PATH:-/bin}'), 'write `${"${PATH:-/bin}"}`.', '[:]'],
  ['a pattern of a shell', data('${PATH%%:*}'), 'write `${"${PATH%%:*}"}`.', '[%]'],
  ['a variable of a shell alone', data('${HOME}'), 'write `${"${HOME}"}`.', '[HOME]'],
  ['no apiVersion', data('b').replace('apiVersion: kro.run/v1alpha1\n', ''), '"apiVersion" is missing', ''],
  [
    'a key that is a number',
    graph(
      resourceOf('s', 'apiVersion: v1\nkind: Secret\nmetadata: {name: "${schema.spec.name}"}\nstringData: {0x10: a}'),
    ),
    'YAML reads the key "0x10" as 16; put it in quotes.',
    '[0x10]',
  ],
  [
    'a default without quotes',
    exampleGraph({ spec: 'name: string | default=role for a controller' }),
    'ends at the space before "for a controller"; with double quotes around it',
    '[for a controller]',
  ],
  [
    'a description without quotes, and another marker',
    exampleGraph({ spec: 'name: string | description=its name required=true' }),
    'ends at the space before "name required"',
    '[name required]',
  ],
  ['a word that is no text', graph(configMap({ data: 'a: on' })), 'Put the value in quotes', '[on]'],
  ['a number that is no text', graph(configMap({ data: 'a: 1' })), 'Put the value in quotes', '[1]'],
  ['a text among bytes', secret('plain text'), '`stringData`', '[plain text]'],
  ['an expression among bytes', secret('"${schema.spec.name}"'), '`stringData`', '[schema.spec.name]'],
  [
    'a name that is not closed',
    graph(configMap({ name: '${schema.spec.name' })),
    'Close the "${"',
    '[${schema.spec.name]',
  ],
  ['a name beside the metadata', read(', name: a'), 'Write it within `metadata`', '[name]'],
  ['a name beside other metadata', read(', metadata: {name: a}, name: a'), 'Write it within `metadata`', '[name]'],
  ['no metadata', read(''), 'Required field "metadata" is missing', ''],
  ['no metadata of a template', graph(configMap({}).replace(/ {4}metadata:\n.*/, '')), 'has no map in metadata', ''],
  ['an iterator of a list', each('[{zone: [a, b]}]'), 'A list is not a string', '[[a, b]]'],
  ['iterators in a map', each('{zone: "${schema.spec.zones}"}'), 'A map is not a list', ''],
  ['an iterator without an expression', each('[zone]'), '"zone" is not a map', '[zone]'],
  ['an iterator that cannot be read', each('[{zone: "${schema.spec.zone}"}]'), 'Did you mean "zones"?', '[zone]'],
])('%s is told of once, in terms of what was written', (_, text, says, at) => {
  const said = saidOf(text);
  expect(said).toEqual([expect.stringContaining(says)]);
  expect(said[0]).toContain(at);
});

test('two resources without a kind are not the same object', () => {
  const two = `${configMap({ name: 'web' })}\n${configMap({ id: 'other', name: 'web' })}`;
  const said = saidOf(graph(two).replace(/ +kind: ConfigMap\n/g, ''));
  expect(said).toEqual([expect.stringContaining('no text in kind'), expect.stringContaining('no text in kind')]);
});
