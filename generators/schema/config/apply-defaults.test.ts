import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { applyDefaults } from './apply-defaults.ts';

const model = z.strictObject({
  a: z.string().default('x'),
  b: z
    .strictObject({ c: z.int().default(1), d: z.strictObject({ e: z.boolean().default(true) }).prefault({}) })
    .prefault({}),
  list: z.array(z.strictObject({ f: z.string().default('') })).default([]),
  map: z.record(z.string(), z.strictObject({ g: z.int().optional(), h: z.int().default(2) })).default({}),
  free: z.record(z.string(), z.json()).optional(),
});
const schema = z.toJSONSchema(model, { target: 'draft-7', io: 'input' }) as Parameters<typeof applyDefaults>[0];

const value = fc.record(
  {
    a: fc.string(),
    b: fc.record({ c: fc.integer(), d: fc.record({ e: fc.boolean() }, { requiredKeys: [] }) }, { requiredKeys: [] }),
    list: fc.array(fc.record({ f: fc.string() }, { requiredKeys: [] })),
    map: fc.dictionary(
      fc.constantFrom('x', 'y', 'z'),
      fc.record({ g: fc.integer(), h: fc.integer() }, { requiredKeys: [] }),
    ),
    free: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom(1, 'a', null)),
  },
  { requiredKeys: [] },
);

test('defaults are those of the model, and the value is not changed', () => {
  fc.assert(
    fc.property(value, (given) => {
      const before = structuredClone(given);
      expect(applyDefaults(schema, given)).toEqual(model.parse(given));
      expect(given).toEqual(before);
    }),
  );
});

test('a value without gaps is returned as it is', () => {
  const whole = { a: '', b: { c: 0, d: { e: false } }, list: [{ f: 'x' }], map: { x: { h: 1 } } };
  expect(applyDefaults(schema, whole)).toBe(whole);
});

test('what has the wrong type is left alone', () => {
  expect(applyDefaults(schema, [])).toEqual([]);
  expect(applyDefaults(schema, null)).toBe(null);
  expect(applyDefaults(schema, { a: 1, b: 'x', list: {}, map: [] })).toEqual({ a: 1, b: 'x', list: {}, map: [] });
});
