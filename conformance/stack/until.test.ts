import { expect, test } from 'vitest';
import { until } from './until.ts';

test('it returns the first answer, and takes refusals for "not yet"', async () => {
  let asked = 0;
  const probe = () => {
    asked += 1;
    if (asked === 1) throw new Error('refused');
    return asked === 3 ? 'here' : undefined;
  };
  await expect(until('something', probe, { seconds: 10 })).resolves.toBe('here');
});

test('after the deadline it says what it waited for, what was thrown last, and what is stuck', async () => {
  const probe = () => {
    throw new Error('refused');
  };
  const waiting = until('something', probe, { seconds: 0, stuck: () => 'its log' });
  await expect(waiting).rejects.toThrow('something: not within 0 s; refused; its log');
});
