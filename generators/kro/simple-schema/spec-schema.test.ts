import { describe, expect, test } from 'vitest';
import { specSchema } from './spec-schema.ts';

const schemaOf = (spec: object, types: object = {}) => {
  const { schema, problems } = specSchema(spec, types);
  expect(problems).toEqual([]);
  return schema;
};
const problemsOf = (field: string, types: object = {}) =>
  specSchema({ field }, types).problems.map(({ code, range = [0, field.length] }) => [code, field.slice(...range)]);

describe('a schema', () => {
  test('is made of types and markers', () => {
    const schema = schemaOf(
      {
        name: 'string | required=true pattern="^[a-z]+$" maxLength=20 description="a name, with \\"quotes\\""',
        count: 'integer | default=3 minimum=1 maximum=9',
        share: 'float | minimum=0.5',
        on: 'boolean | default=true immutable=true',
        sizes: '[]integer | default=[1, 2] maxItems=4 uniqueItems=true',
        tags: 'map[string]Tag | default={}',
        nat: 'string | default="per-az" enum="none, per-az"',
        free: 'object | default={} validation="size(self) < 3"',
        ports: '[]Port | default=[] listType=map listMapKey=name listMapKey=port',
      },
      { Tag: 'string | maxLength=256', Port: { name: 'string | required=true', port: 'integer | required=true' } },
    );
    expect(schema).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', pattern: '^[a-z]+$', maxLength: 20, description: 'a name, with "quotes"' },
        count: { type: 'integer', default: 3, minimum: 1, maximum: 9 },
        share: { type: 'number', minimum: 0.5 },
        on: {
          type: 'boolean',
          default: true,
          'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'field is immutable' }],
        },
        sizes: {
          type: 'array',
          items: { type: 'integer' },
          default: [1, 2],
          maxItems: 4,
          'x-kubernetes-list-type': 'set',
        },
        tags: { type: 'object', additionalProperties: { type: 'string', maxLength: 256 }, default: {} },
        nat: { type: 'string', default: 'per-az', enum: ['none', 'per-az'] },
        free: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          default: {},
          'x-kubernetes-validations': [{ rule: 'size(self) < 3', message: 'validation failed' }],
        },
        ports: {
          type: 'array',
          default: [],
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name', 'port'],
          items: {
            type: 'object',
            required: ['name', 'port'],
            properties: { name: { type: 'string' }, port: { type: 'integer' } },
          },
        },
      },
    });
  });

  test('fills in a struct only if nothing in it is required and something has a default', () => {
    const { properties } = schemaOf({
      a: { x: 'string | default="1"' },
      b: { x: 'string | default="1"', y: 'string | required=true' },
      c: { x: 'string' },
    });
    expect([properties?.['a']?.default, properties?.['b']?.default, properties?.['c']?.default]).toEqual([
      {},
      undefined,
      undefined,
    ]);
  });

  test('takes the markers of a named type along, and asks for a field whose type is required', () => {
    const schema = schemaOf(
      { one: 'Port', many: '[]Port', other: 'Port | default=81' },
      { Port: 'integer | required=true default=80 maximum=99' },
    );
    const port = { type: 'integer', default: 80, maximum: 99 };
    expect(schema).toEqual({
      type: 'object',
      required: ['one', 'other'],
      properties: { one: port, many: { type: 'array', items: port }, other: { ...port, default: 81 } },
    });
  });

  test('reads markers as a tokenizer that knows double quotes and brackets', () => {
    const { properties } = schemaOf({
      a: 'string | default="|x= y" description="[{ \\"\\\\ \\d"',
      b: "string | default='x' description=one=two",
      c: 'object | default={"a": [1, 2], "b": "c d"}',
      d: 'string|required=false\tdefault=',
    });
    expect(properties?.['a']).toMatchObject({ default: '|x= y', description: '[{ "\\ \\d' });
    expect(properties?.['b']).toMatchObject({ default: "'x'", description: 'one=two' });
    expect(properties?.['c']).toMatchObject({ default: { a: [1, 2], b: 'c d' } });
    expect(properties?.['d']).toMatchObject({ default: '' });
  });
});

describe('a mistake is shown where it is', () => {
  test.each([
    ['[]map[string][]int', 'kro/unknown-type', 'int'],
    ['string | required=true  minLenght=3', 'kro/unknown-marker', 'minLenght'],
    ['integer | default = 5', 'kro/marker-syntax', '5'],
    ['integer | required default=5', 'kro/unknown-marker', 'required default'],
    ['integer | default=5 ', 'kro/marker-syntax', ' '],
    ['string | default="x', 'kro/marker-syntax', 'default="x'],
    ['string | default=x]', 'kro/marker-syntax', ']'],
    ['string | description=a | default=b', 'kro/unknown-marker', '| default'],
    ['string | pattern="a" maxLength=x', 'kro/marker-number', 'maxLength=x'],
    ['string | pattern="(a"', 'kro/pattern-syntax', 'pattern="(a"'],
  ])('%s', (field, code, part) => {
    expect(problemsOf(field)).toEqual([[code, part]]);
  });

  test('once, in a type that two fields use', () => {
    const { problems } = specSchema({ a: 'T', b: '[]T' }, { T: { x: 'strin' } });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['kro/unknown-type', ['types', 'T', 'x']]]);
  });
});
