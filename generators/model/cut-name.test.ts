import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutName } from './cut-name.ts';

test('a name that fits stays as it is', () => {
  expect(cutName('payments', 8)).toBe('payments');
  expect(cutName('', 12)).toBe('');
});

test('a name that is too long keeps its beginning, and has a hash of all of it', () => {
  expect(cutName('payments-production', 18)).toBe('payments--48d257e4');
  expect(cutName('payments-productiom', 18)).toBe('payments--c7108291');
});

test('a name that fits is never that of another which was cut', () => {
  const cut = cutName('payments-production', 18);
  expect(cutName(cut, 18)).not.toBe(cut);
  expect(cutName(cut, 18)).toHaveLength(18);
});

test('property: names stay different, and within the limit', () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/);
  fc.assert(
    fc.property(name, name, fc.integer({ min: 10, max: 32 }), (one, other, longest) => {
      const [first, second] = [cutName(one, longest), cutName(other, longest)];
      expect(first.length).toBeLessThanOrEqual(longest);
      expect(first === second).toBe(one === other);
    }),
  );
});
