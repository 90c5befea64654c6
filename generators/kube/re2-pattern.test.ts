import { expect, test } from 'vitest';
import { lazyPattern } from './re2-pattern.ts';

test.each([
  ['^a$', 'a', 'ab'],
  ['(?i)^a$', 'A', 'b'],
  ['\\Aa\\z', 'a', 'ba'],
  ['^[[:alpha:]]+$', 'aZ', 'a1'],
  ['^(?P<x>a)$', 'a', 'b'],
  ['^\\p{L}+$', 'ä', '1'],
  ['^[\\w\\-]+$', 'a-b', 'a.b'],
])('%s matches %s and not %s', (source, good, bad) => {
  const pattern = lazyPattern(source);
  expect([pattern.source, pattern.test(good), pattern.test(bad)]).toEqual([source, true, false]);
});

test('a pattern without counterpart matches everything', () => {
  expect(lazyPattern('^\\Qa.b\\E(').test('x')).toBe(true);
});
