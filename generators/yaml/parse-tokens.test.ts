import { expect, test } from 'vitest';
import { parseTokens } from './parse-tokens.ts';

test('of a text that is nothing but errors few are kept, from the first on', () => {
  const parsed = parseTokens(`a: ${']'.repeat(10_000)}`, { depth: 100, marks: 1_000_000 });
  if (!('tokens' in parsed)) throw new Error('it is within the limits');
  const errors = parsed.tokens.filter(({ type }) => type === 'error');
  expect(errors).toHaveLength(20);
  expect(errors[0]).toMatchObject({ offset: 3 });
});
