import { completeSchemas } from 'generated:complete-schemas';
import { expect, test } from 'vitest';
import { describePattern } from './describe-pattern.ts';
import { describeWrongValue } from './describe-wrong-value.ts';

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('patternMeaning' in value) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'pattern' && typeof part === 'string' ? [part] : patternsIn(part),
  );
}

test('every pattern has a meaning in plain language, its own or that of the table', () => {
  const patterns = new Set(patternsIn(completeSchemas));
  expect(patterns.size).toBeGreaterThan(0);
  expect([...patterns].filter((pattern) => describePattern(pattern) === undefined)).toEqual([]);
});

test('the length of a name is part of its meaning', () => {
  expect(describePattern('^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$')).toMatch(/^at most 20 lower-case/);
  expect(describePattern('^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$')).toBe(
    'at most 40 lower-case letters, digits and dashes, the first and the last no dash',
  );
  expect(describePattern('^[a-z][a-z0-9-]{0,18}[a-z0-9]$')).toMatch(/^2 to 20 lower-case/);
  expect(describePattern('x')).toBeUndefined();
});

test('a pattern of an extension says itself what it means', () => {
  const schema = { type: 'string', pattern: '^x$', patternMeaning: 'an x' };
  expect(describeWrongValue(['key'], schema, 'y')?.message).toBe('"key" must be an x, found "y".');
});
