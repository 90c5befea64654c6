import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printManifest, printYaml } from './print-yaml.ts';

const quotedWords = [
  'y',
  'N',
  'yes',
  'No',
  'on',
  'OFF',
  'true',
  'False',
  'null',
  'Null',
  '~',
  '',
  '.inf',
  '-.INF',
  '.NaN',
  '<<',
  '=',
];
const quotedNumbers = [
  '0',
  '1',
  '-1',
  '+1',
  '1.5',
  '.5',
  '1e3',
  '1_000',
  '017',
  '0o17',
  '0x1f',
  '0b11',
  '12:30:45',
  '190:20:30.15',
  '1.36',
  '10.0.0.1',
  'e0',
  'E-5',
  'e+12',
];
const quotedDates = [
  '2001-01-01',
  '2001-12-14t21:59:43.10-05:00',
  '2001-12-14 21:59:43.10 -5',
  '7a830c868'.replaceAll(/[^0-9]/g, ''),
];
const quotedSyntax = [
  ' a',
  'a ',
  'a: b',
  'a:',
  'a #b',
  '#a',
  '- a',
  '-',
  '---',
  '... a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '{a}',
  '[a]',
  ',',
  '?',
  ': a',
  '"a"',
  "'a'",
];
const quotedCharacters = [
  'tab\there',
  'bell\u0007',
  'über',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\u007f',
  'a\rb',
  '😀',
];
const plain = [
  'a',
  'web-service',
  'arn:aws:iam::111122223333:role/x',
  'https://example.com/a?b=c&d',
  '10.1.0.0/18',
  '2Gi',
  '500m',
  'us-west-2a',
  'v1.4.2',
  'kro.run/v1alpha1',
  '${schema.spec.name}',
  '--metrics-server',
  '_a',
  '/var',
  '.spec.replicas',
  'a#b',
  'a:b',
  "it's",
  'say "no"',
  'yesterday',
];

test.each([...quotedWords, ...quotedNumbers, ...quotedDates, ...quotedSyntax, ...quotedCharacters])(
  '%j is quoted, as a value and as a key',
  (text) => {
    const printed = printYaml({ [text]: text });
    expect(printed).toMatch(/^"[^\n]*": "[^\n]*"\n$/);
    expect(parse(printed, { version: '1.1' })).toEqual({ [text]: text });
  },
);

test.each(plain)('%s stays plain', (text) => {
  expect(printYaml({ [text]: text })).toBe(`${text}: ${text}\n`);
});

test('maps and lists are in block style, empty ones on one line, undefined entries left out', () => {
  const value = {
    z: { b: [1, 'two', { c: true, d: [[null, []], {}] }], gone: undefined },
    a: {},
    e: [],
    f: { gone: undefined },
  };
  expect(printYaml(value)).toBe(
    'z:\n  b:\n    - 1\n    - two\n    - c: true\n      d:\n        - - null\n          - []\n        - {}\na: {}\ne: []\nf: {}\n',
  );
});

test('a scalar is a document too', () => {
  expect(printYaml('a')).toBe('a\n');
  expect(printYaml(null)).toBe('null\n');
  expect(printYaml([])).toBe('[]\n');
  expect(printYaml('a\nb\n')).toBe('|\n  a\n  b\n');
});

test('text of several lines is a literal block that keeps its end', () => {
  expect(printYaml({ a: 'x: 1\n\ty\n' })).toBe('a: "x: 1\\n\\ty\\n"\n');
  expect(printYaml({ a: 'x: 1\n# y\n' })).toBe('a: |\n  x: 1\n  # y\n');
  expect(printYaml({ a: 'x\n\ny' })).toBe('a: |-\n  x\n\n  y\n');
  expect(printYaml({ a: 'x\n\n', b: 1 })).toBe('a: |+\n  x\n\nb: 1\n');
  expect(printYaml([{ a: '  x\ny\n' }, '  x\ny'])).toBe('- a: |2\n      x\n    y\n- |2-\n    x\n  y\n');
});

test('text that readers of literal blocks disagree on is quoted', () => {
  expect(printYaml({ a: '\nx' })).toBe('a: "\\nx"\n');
  expect(printYaml({ a: 'x\n \ny' })).toBe('a: "x\\n \\ny"\n');
  expect(printYaml({ a: 'x\r\ny' })).toBe('a: "x\\r\\ny"\n');
  expect(printYaml(' x\ny')).toBe('" x\\ny"\n');
});

test('numbers are read as numbers by version 1.1 as well', () => {
  expect(printYaml([1e21, 1.5e-7, 1e-7, -0, 0.1])).toBe('- 1.0e+21\n- 1.5e-7\n- 1.0e-7\n- 0\n- 0.1\n');
});

test('what JSON cannot say is refused', () => {
  expect(() => printYaml({ a: Number.NaN })).toThrow('NaN has no place in a manifest');
  expect(() => printYaml([() => 1])).toThrow('a function has no place in a manifest');
  expect(() => printYaml([undefined])).toThrow('a undefined has no place in a manifest');
});

test('a manifest begins with what identifies it', () => {
  const manifest = {
    spec: { b: 1, a: 2 },
    metadata: { annotations: { a: 'b' }, finalizers: ['x'], labels: { c: 'd' }, namespace: 'web', name: 'm' },
    kind: 'Job',
    apiVersion: 'batch/v1',
  };
  expect(printManifest(manifest)).toBe(
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: m\n  namespace: web\n  labels:\n    c: d\n  annotations:\n    a: b\n  finalizers:\n    - x\nspec:\n  b: 1\n  a: 2\n',
  );
});

test('a key that is too long for one line is an explicit one', () => {
  const value = [{ ['k'.repeat(2000)]: { a: [1] } }];
  expect(parse(printYaml(value))).toEqual(value);
});

const nasty = fc.constantFrom(
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  ':',
  ': ',
  ' #',
  '- ',
  '#',
  '"',
  "'",
  '\\',
  '0',
  '.',
  '1',
  'e',
  'x',
  '_',
  '-',
  '+',
  'y',
  'on',
  '|',
  '>',
  '\r',
  '\u0085',
  'é',
  '😀',
);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join('')),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).value;

test('any JSON is read back equal by both versions of YAML', () => {
  fc.assert(
    fc.property(json, (value) => {
      const expected: unknown = JSON.parse(JSON.stringify(value));
      const printed = printYaml(value);
      expect(parse(printed, { version: '1.1', merge: false })).toEqual(expected);
      expect(parse(printed, { version: '1.2' })).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
