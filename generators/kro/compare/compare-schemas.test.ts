import { describe, expect, test } from 'vitest';
import { specSchema } from '../simple-schema/spec-schema.ts';
import { compareSchemas } from './compare-schemas.ts';
import { unseenChanges } from './unseen-changes.ts';

const schemaOf = (field: string | object) => specSchema({ field }, { T: { x: 'string' } }).schema;
const between = (before: string | object, after: string | object) =>
  compareSchemas(schemaOf(before), schemaOf(after)).map(({ breaks, path, says }) => [breaks, path.join('.'), says]);

// As kro's own comparison has it.
describe('a change of a field', () => {
  test.each([
    ['string', 'integer', true, 'is of type integer and was of type string'],
    ['string', 'string | pattern="^a"', true, 'has the pattern "^a", which it had not'],
    ['string | pattern="^a"', 'string', false, 'has no pattern any more'],
    ['integer | minimum=1', 'integer | minimum=2', true, 'has minimum 2, which was 1'],
    ['integer | minimum=2', 'integer | minimum=1', false, 'has minimum 1, which was 2'],
    ['integer | maximum=2', 'integer | maximum=1', true, 'has maximum 1, which was 2'],
    ['string', 'string | maxLength=9', true, 'has maxLength 9, which it had not'],
    ['[]string | maxItems=9', '[]string', false, 'has no maxItems any more'],
    ['string | enum="a,b"', 'string | enum="a"', true, 'cannot be "b" any more'],
    ['string | enum="a"', 'string | enum="a,b"', false, 'can be "b"'],
    ['string', 'string | description="x"', false, 'has another description'],
  ])('from %s to %s', (before, after, breaks, says) => {
    expect(between(before, after)).toEqual([[breaks, 'field', says]]);
  });

  test('is looked for in structs and items', () => {
    expect(between({ a: 'string', b: '[]integer' }, { b: '[]string', c: 'string' })).toEqual([
      [true, 'field.a', 'is gone'],
      [true, 'field.b.items', 'is of type string and was of type integer'],
      [false, 'field.c', 'is new'],
    ]);
    expect(between({ a: 'string' }, { a: 'string | required=true', b: 'string | required=true' })).toEqual([
      [true, 'field.b', 'is new, required and without a default'],
      [true, 'field', 'requires "a", which was optional'],
    ]);
  });
});

describe('kro does not see', () => {
  test.each([
    ['string', 'string | enum="a"', 'its enumeration'],
    ['string', 'string | immutable=true', 'its rules (validation and immutable)'],
    ['map[string]string', 'map[string]integer', 'the type of its entries'],
    ['[]T', '[]T | listType=map listMapKey=x', 'its list type'],
  ])('a change from %s to %s', (before, after, says) => {
    expect(between(before, after)).toEqual([]);
    expect(unseenChanges(schemaOf(before), schemaOf(after))).toContainEqual({ path: ['field'], says });
  });
});
