import { expect, test } from 'vitest';
import { foreignFields, placesOf, withoutFields } from './foreign-fields.ts';
import type { JsonSchema } from './json-schema.ts';

const text: JsonSchema = { type: 'string' };
const map = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ type: 'object', properties });
const all = map({ name: text, sea: map({}), of: { additionalProperties: map({ size: text, salt: text }) } });
const own = map({ name: text, of: { additionalProperties: map({ size: text }) } });
const value = { name: 'a', sea: { waves: 1 }, of: { one: { size: 's', salt: 'x' }, other: { size: 'm' }, none: null } };

test('what one schema has and the other has not, also in the values of maps', () => {
  expect(foreignFields(all, own)).toEqual([['sea'], ['of', '*', 'salt']]);
  expect(foreignFields(own, all)).toEqual([]);
});

test('a value is told where it has such fields, and can be had without', () => {
  const fields = foreignFields(all, own);
  expect(fields.flatMap((field) => placesOf(value, field))).toEqual([['sea'], ['of', 'one', 'salt']]);
  const rest = withoutFields(value, fields);
  expect(rest).toEqual({ name: 'a', of: { one: { size: 's' }, other: { size: 'm' }, none: null } });
  expect(withoutFields(rest, fields)).toBe(rest);
  expect(value.sea).toEqual({ waves: 1 });
});
