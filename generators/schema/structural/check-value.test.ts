import { expect, test } from 'vitest';
import { violationsOf as check } from '../../testing/violations-of.ts';
import type { RawSchema } from './structural-schema.ts';

const field = (schema: RawSchema): RawSchema => ({ type: 'object', properties: { f: schema } });
const text: RawSchema = { type: 'string' };

const rules: [
  title: string,
  schema: RawSchema,
  good: readonly unknown[],
  bad: readonly (readonly [unknown, string])[],
][] = [
  [
    'a string',
    text,
    ['', 'a'],
    [
      [5, '5 is not a string; write "5" in quotes.'],
      [true, 'true is not a string; write "true" in quotes.'],
      [null, 'null is not a string.'],
      [[], 'A list is not a string.'],
      [{}, 'A map is not a string.'],
    ],
  ],
  [
    'an integer',
    { type: 'integer' },
    [0, -1, 3.0],
    [
      [1.5, '1.5 is not an integer.'],
      ['1', '"1" is not an integer.'],
      [1e19, '10000000000000000000 does not fit a 64-bit integer.'],
    ],
  ],
  [
    'a 32-bit integer',
    { type: 'integer', format: 'int32' },
    [2147483647, -2147483648],
    [[2147483648, '2147483648 does not fit a 32-bit integer.']],
  ],
  ['a number', { type: 'number' }, [1, 1.5], [['x', '"x" is not a number.']]],
  [
    'a boolean',
    { type: 'boolean' },
    [true],
    [
      ['true', '"true" is not true or false.'],
      [0, '0 is not true or false.'],
    ],
  ],
  [
    'a list',
    { type: 'array', items: text },
    [[], ['a']],
    [
      ['a', '"a" is not a list.'],
      [{}, 'A map is not a list.'],
    ],
  ],
  [
    'a map',
    { type: 'object', properties: {} },
    [{}],
    [
      [[], 'A list is not a map.'],
      ['a', '"a" is not a map.'],
    ],
  ],
  [
    'an integer or a string',
    { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    [1, '10%'],
    [
      [1.5, '1.5 is not an integer or a string.'],
      [null, 'null is not an integer or a string.'],
    ],
  ],
  [
    'a quantity',
    { format: 'quantity' },
    [1, 0.5, '500m', '2Gi', '1e3', '.5', '+1E2'],
    [
      ['2GB', '"2GB" is not a quantity such as "500m" or "2Gi".'],
      [true, 'true is not a quantity such as "500m" or "2Gi".'],
    ],
  ],
  ['a nullable value', { type: 'string', nullable: true }, [null, 'a'], []],
  ['a value with a default, of which null takes the place', { type: 'string', default: 'a' }, [null], []],
  ['an enumeration', { type: 'string', enum: ['a', 'b'] }, ['a'], [['c', '"c" is not one of "a", "b".']]],
  [
    'a long enumeration',
    { type: 'string', enum: ['alpha', 'b', 'c', 'd', 'e', 'f', 'g'] },
    ['g'],
    [['alpah', '"alpah" is not one of "alpha", "b", "c", "d", "e", "f", "g"; the nearest is "alpha".']],
  ],
  ['a pattern', { type: 'string', pattern: '^[a-z]+$' }, ['a'], [['A', '"A" does not match ^[a-z]+$.']]],
  ['a pattern anywhere in the text', { type: 'string', pattern: 'b' }, ['abc'], [['ac', '"ac" does not match b.']]],
  [
    'lengths, counted in characters',
    { type: 'string', minLength: 1, maxLength: 2 },
    ['a', '😀😀'],
    [
      ['', 'The text "" is empty.'],
      ['abc', '"abc" has 3 characters; at most 2 are allowed.'],
    ],
  ],
  ['a least length', { type: 'string', minLength: 2 }, ['ab'], [['a', '"a" has 1 characters; at least 2 are needed.']]],
  [
    'bounds',
    { type: 'integer', minimum: 1, maximum: 3 },
    [1, 3],
    [
      [0, '0 is too small; it must be at least 1.'],
      [4, '4 is too large; it must be at most 3.'],
    ],
  ],
  [
    'exclusive bounds',
    { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
    [2],
    [
      [1, '1 is too small; it must be more than 1.'],
      [3, '3 is too large; it must be less than 3.'],
    ],
  ],
  ['multiples', { type: 'integer', multipleOf: 5 }, [10], [[7, '7 is not a multiple of 5.']]],
  [
    'sizes of lists',
    { type: 'array', minItems: 1, maxItems: 2, items: text },
    [['a']],
    [
      [[], 'The list has 0 items; at least 1 are needed.'],
      [['a', 'b', 'c'], 'The list has 3 items; at most 2 are allowed.'],
    ],
  ],
  [
    'sizes of maps',
    { type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: text },
    [{ a: 'b' }, { a: 'b', c: undefined }],
    [
      [{}, 'The map has 0 entries; at least 1 are needed.'],
      [{ a: '', b: '' }, 'The map has 2 entries; at most 1 are allowed.'],
    ],
  ],
  [
    'times',
    { type: 'string', format: 'date-time' },
    ['2026-02-28T12:00:00Z', '2024-02-29T23:59:59.5+01:00'],
    [
      ['2026-02-29T12:00:00Z', '"2026-02-29T12:00:00Z" is not a time such as 2026-01-31T12:00:00Z.'],
      ['now', '"now" is not a time such as 2026-01-31T12:00:00Z.'],
    ],
  ],
  ['base64', { type: 'string', format: 'byte' }, ['', 'YQ==', 'YWI=\n'], [['a', '"a" is not base64.']]],
  ['a format that the API server ignores', { type: 'string', format: 'go-duration' }, ['x'], []],
  [
    'alternatives',
    { type: 'string', anyOf: [{ pattern: '^a' }, { maxLength: 1 }] },
    ['abc', 'b'],
    [
      [
        'bc',
        '"bc" fits none of the forms allowed: "bc" does not match ^a; or "bc" has 2 characters; at most 1 are allowed.',
      ],
    ],
  ],
  [
    'exactly one of several',
    { type: 'string', oneOf: [{ pattern: '^a' }, { pattern: 'b$' }] },
    ['a', 'b'],
    [
      ['ab', '"ab" fits 2 of the forms of which exactly one is allowed.'],
      ['c', '"c" fits none of the forms allowed: "c" does not match ^a; or "c" does not match b$.'],
    ],
  ],
  [
    'all of several',
    { type: 'string', allOf: [{ minLength: 2 }, { pattern: 'a' }] },
    ['ab'],
    [['b', '"b" has 1 characters; at least 2 are needed.|f: "b" does not match a.']],
  ],
  [
    'a form that is excluded',
    { type: 'string', not: { pattern: 'a' } },
    ['b'],
    [['a', '"a" has a form that is not allowed here.']],
  ],
];

test.each(rules)('%s', (_, schema, good, bad) => {
  for (const value of good) expect(check(field(schema), { f: value })).toEqual([]);
  for (const [value, message] of bad) expect(check(field(schema), { f: value }).join('|')).toBe(`f: ${message}`);
  expect(check(field(schema), { f: undefined })).toEqual([]);
});

test('an unknown field is reported where it stands, with the nearest name or all of them', () => {
  const schema: RawSchema = {
    type: 'object',
    properties: { replicas: { type: 'integer' }, template: { type: 'object', properties: { a: text } } },
  };
  expect(check(schema, { replica: 1 })).toEqual(['replica: Unknown field "replica"; the nearest is "replicas".']);
  expect(check(schema, { template: { zzz: 1 } })).toEqual(['template.zzz: Unknown field "zzz"; known are "a".']);
  expect(check({ type: 'object' }, { zzz: 1 })).toEqual(['zzz: Unknown field "zzz".']);
});

test('unknown fields stay where the schema keeps them, and what it knows is checked all the same', () => {
  const schema: RawSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { a: text } };
  expect(check(schema, { b: { c: 1 }, a: 5 })).toEqual(['a: 5 is not a string; write "5" in quotes.']);
  expect(check({ type: 'object', additionalProperties: true }, { b: 1 })).toEqual([]);
  expect(check({ 'x-kubernetes-preserve-unknown-fields': true }, [{ b: null }])).toEqual([]);
  expect(check({ type: 'object', additionalProperties: { type: 'integer' } }, { b: 'x' })).toEqual([
    'b: "x" is not an integer.',
  ]);
});

test('an embedded resource says what it is and may have metadata', () => {
  const schema: RawSchema = { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: text } };
  expect(check(schema, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } })).toEqual([]);
  expect(check(schema, { kind: 'Pod' })).toEqual([': Required field "apiVersion" is missing.']);
});

test('a required field is missing unless the API server fills it in', () => {
  const schema: RawSchema = {
    type: 'object',
    required: ['a', 'b'],
    properties: { a: text, b: { type: 'string', default: 'x' } },
  };
  expect(check(schema, {})).toEqual([': Required field "a" is missing.']);
  expect(check(schema, { a: undefined })).toEqual([': Required field "a" is missing.']);
  expect(check(schema, { a: null })).toEqual(['a: null is not a string.']);
});

test('null in a built-in kind says nothing, but is no item of a list', () => {
  const schema: RawSchema = {
    type: 'object',
    required: ['a'],
    properties: { a: text, b: text, c: { type: 'array', items: text } },
  };
  expect(check(schema, { a: 'x', b: null, c: null }, { builtin: true })).toEqual([]);
  expect(check(schema, { a: null }, { builtin: true })).toEqual([': Required field "a" is missing.']);
  expect(check(schema, { a: 'x', c: [null] }, { builtin: true })).toEqual(['c.0: null is not a string.']);
});

test('a repeated part of a schema stands in the list beside it', () => {
  const schema: RawSchema = { type: 'object', properties: { a: { $ref: 0 }, b: { $ref: 0 } }, required: ['a'] };
  expect(check(schema, { a: 1, b: 2 }, { shared: [text] })).toHaveLength(2);
  expect(() => check(schema, { a: 1 })).toThrow('the schema has no shared entry 0');
});

test('in a template an expression alone fits everything, and text with expressions is a string', () => {
  const schema = (type: RawSchema): RawSchema => ({ type: 'object', properties: { f: type } });
  const templates = { templates: true };
  for (const type of ['object', 'array', 'integer', 'boolean'] as const) {
    expect(check(schema({ type }), { f: '${schema.spec.x}' }, templates)).toEqual([]);
  }
  expect(check(schema({ type: 'integer' }), { f: 'a-${schema.spec.x}' }, templates)).toEqual([
    'f: "a-${schema.spec.x}" is not an integer.',
  ]);
  expect(
    check(schema({ type: 'string', enum: ['a'], maxLength: 1, pattern: 'q' }), { f: 'a-${schema.spec.x}' }, templates),
  ).toEqual([]);
  expect(check(schema({ type: 'string', enum: ['a'] }), { f: '${schema.spec.x' }, templates)).toEqual([
    'f: "${schema.spec.x" is not one of "a".',
  ]);
  expect(check(schema({ type: 'integer' }), { f: '${schema.spec.x}' })).toEqual([
    'f: "${schema.spec.x}" is not an integer.',
  ]);
  const set: RawSchema = { type: 'array', items: text, 'x-kubernetes-list-type': 'set' };
  expect(check(schema(set), { f: ['${a}', '${a}', 'b', 'b'] }, templates)).toEqual([
    'f.3: "b" stands in the list twice; item 2 is the first.',
  ]);
});
