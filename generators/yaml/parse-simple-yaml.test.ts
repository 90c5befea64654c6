import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGeneralYaml } from './kubernetes/read-yaml.ts';
import { kubernetesYaml, parseSimpleYaml } from './parse-simple-yaml.ts';
import { parseGeneralYaml } from './strict/parse-yaml.ts';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

function flow(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  if (Array.isArray(tree)) return `[${tree.map(flow).join(', ')}]`;
  return `{${Object.entries(tree)
    .map(([key, value]) => `${key}: ${flow(value)}`)
    .join(', ')}}`;
}

function block(tree: Exclude<Tree, string>, indent: string): string {
  if (Array.isArray(tree)) {
    const item = (value: Tree) =>
      typeof value === 'string' || Array.isArray(value) ? `${flow(value)}\n` : block(value, `${indent}  `).trimStart();
    return tree.map((value) => `${indent}- ${item(value)}`).join('');
  }
  const entry = (value: Tree) =>
    typeof value === 'string' || indent.length > 4 ? ` ${flow(value)}\n` : `\n${block(value, `${indent}  `)}`;
  return Object.entries(tree)
    .map(([key, value]) => `${indent}${key}:${entry(value)}`)
    .join('');
}

describe('parseSimpleYaml', () => {
  test('reads maps, lists, flow collections, quoted texts and comments', () => {
    const text = `# A spoke.
environment: production   # the layer
count: 3
on: true
none: null
network: {cidr: 10.1.0.0/18, zones: [a, "b c", 'd: e'], empty: {}}
role: arn:aws:iam::111111111111:role/admins

nodeGroups:
  # The only one.
  default:
    max: 20
list:
  - plain
  - key: value
    other: 1.35.0
`;
    expect(parseSimpleYaml(text)).toEqual({
      environment: 'production',
      count: 3,
      on: true,
      none: null,
      network: { cidr: '10.1.0.0/18', zones: ['a', 'b c', 'd: e'], empty: {} },
      role: 'arn:aws:iam::111111111111:role/admins',
      nodeGroups: { default: { max: 20 } },
      list: ['plain', { key: 'value', other: '1.35.0' }],
    });
  });

  test.each([
    ['nothing at all', ''],
    ['a comment only', '# x\n'],
    ['a document marker', '---\na: b\n'],
    ['a tab', 'a:\tb\n'],
    ['a carriage return', 'a: b\r\n'],
    ['a letter beyond ASCII', 'a: é\n'],
    ['an anchor', 'a: &x b\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !x b\n'],
    ['a block scalar', 'a: |\n  b\n'],
    ['a text of several lines', 'a: b\n  c\n'],
    ['a text with a space', 'a: b c\n'],
    ['a duplicate key', 'a: b\na: c\n'],
    ['a duplicate key in a flow map', 'a: {b: c, b: d}\n'],
    ['a reserved key', '__proto__: b\n'],
    ['a key that is no text', 'null: b\n'],
    ['a merge key', '<<: b\n'],
    ['a field without a value', 'a:\nb: c\n'],
    ['a missing space', 'a: {b:c}\n'],
    ['a flow list that is not closed', 'a: [b\n'],
    ['a trailing comma', 'a: [b, ]\n'],
    ['a float', 'a: 1.5\n'],
    ['a leading zero', 'a: 012\n'],
    ['a large integer', 'a: 12345678901234567890\n'],
    ['an escape sequence', 'a: "\\n"\n'],
    ['wrong indentation', 'a:\n  b: c\n d: e\n'],
    ['a scalar as the document', 'a\n'],
  ])('leaves %s to the general parser', (_, text) => {
    expect(parseSimpleYaml(text)).toBeUndefined();
  });

  test('reads texts of several words, expressions and escapes as Kubernetes does, where it is told to', () => {
    const text = `spec:
  name: string | required=true
  arn: arn:aws:iam::1:role/x
  size: \${schema.spec.size}  # how many
  list:
    - \${a ?b :c}
    - /aws/eks/\${schema.spec.name}/logs
    - "say \\"x\\""
`;
    expect(parseSimpleYaml(text)).toBeUndefined();
    expect(parseSimpleYaml(text, kubernetesYaml)).toEqual({
      spec: {
        name: 'string | required=true',
        arn: 'arn:aws:iam::1:role/x',
        size: '${schema.spec.size}',
        list: ['${a ?b :c}', '/aws/eks/${schema.spec.name}/logs', 'say "x"'],
      },
    });
  });

  test.each(['a: yes\n', 'on: b\n', 'a: [No]\n', 'a: b c: d\n', 'a: b c\n  d\n', 'a: "\\x41"\n'])(
    'leaves %j to the general parser of Kubernetes',
    (text) => {
      expect(parseSimpleYaml(text, kubernetesYaml)).toBeUndefined();
    },
  );

  const token = fc.constantFrom(
    'a',
    'x-y',
    '10.0.0.0/8',
    '1.2.3',
    '5',
    'true',
    'null',
    '"q q"',
    "'s: s'",
    'x:1',
    'https://a.b/c',
    '{}',
    '[]',
    'A=b',
    'off',
    'two words',
    '${a.b}',
    '${a["b"] + c}',
    '"x \\" y"',
    'integer | default=3',
  );
  const key = fc.constantFrom('a', 'b', 'c', 'k.l', 'm/n', 'o-p', 'y');
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      token,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 3 }),
    ),
  }));
  const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }).map((map) => block(map, ''));
  const fragment = fc.constantFrom(
    ...[
      '',
      ' ',
      '  ',
      '\n',
      '\n  ',
      '\n\n',
      '- ',
      ':',
      ': ',
      ',',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      ' #',
      ' # c\n',
      '&x ',
      '*x',
      '!',
      '|',
      '>',
      '?',
    ],
    ...['~', '---\n', '0', '.', 'null', 'z: ', 'a: ', '/', '${', ' b'],
  );
  const text = fc.tuple(document, fc.nat(300), fc.nat(2), fragment).map(([whole, at, removed, added]) => {
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + added + whole.slice(place + removed);
  });

  test('never disagrees with the general parser', () => {
    fc.assert(
      fc.property(text, (mutated) => {
        const value = parseSimpleYaml(mutated);
        if (value === undefined) return;
        expect(parseGeneralYaml({ path: 'config/x.yaml', text: mutated })).toEqual({ value, diagnostics: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test('never disagrees with the general parser of Kubernetes', () => {
    fc.assert(
      fc.property(text, (mutated) => {
        const value = parseSimpleYaml(mutated, kubernetesYaml);
        if (value === undefined) return;
        const general = readGeneralYaml(mutated);
        expect({ value: general.value, problems: general.problems }).toEqual({ value, problems: [] });
      }),
      { numRuns: 3000 },
    );
  });
});
