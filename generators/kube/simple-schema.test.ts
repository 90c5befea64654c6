import { describe, expect, test } from 'vitest';
import { structSchema } from './simple-schema.ts';

describe('structSchema', () => {
  test('turns types and markers into a structural schema', () => {
    const schema = structSchema(
      {
        name: 'string | required=true pattern="^[a-z]+$" maxLength=20 description="a name, with \\"quotes\\""',
        count: 'integer | default=3 minimum=1 maximum=9',
        on: 'boolean | default=true',
        sizes: '[]integer | default=[1,2] maxItems=4',
        tags: 'map[string]Tag | default={}',
        nat: 'string | default="per-az" enum="none,per-az"',
        free: 'object | default={}',
      },
      { Tag: 'string | maxLength=256' },
    );
    expect(schema).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', pattern: '^[a-z]+$', maxLength: 20 },
        count: { type: 'integer', default: 3, minimum: 1, maximum: 9 },
        on: { type: 'boolean', default: true },
        sizes: { type: 'array', items: { type: 'integer' }, default: [1, 2], maxItems: 4 },
        tags: { type: 'object', additionalProperties: { type: 'string', maxLength: 256 }, default: {} },
        nat: { type: 'string', default: 'per-az', enum: ['none', 'per-az'] },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, default: {} },
      },
    });
  });

  test('a struct is filled in only if nothing in it is required and something has a default', () => {
    const { properties } = structSchema(
      {
        a: { x: 'string | default="1"' },
        b: { x: 'string | default="1"', y: 'string | required=true' },
        c: { x: 'string' },
      },
      {},
    );
    expect([properties?.['a']?.default, properties?.['b']?.default, properties?.['c']?.default]).toEqual([
      {},
      undefined,
      undefined,
    ]);
  });

  test('lists of named things are maps', () => {
    const { properties } = structSchema(
      { groups: '[]Group | default=[] listType=map listMapKey=name' },
      { Group: { name: 'string | required=true' } },
    );
    expect(properties?.['groups']).toMatchObject({
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    });
  });
});
