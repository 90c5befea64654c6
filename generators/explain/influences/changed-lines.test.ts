import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedLines } from './changed-lines.ts';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('changed lines', () => {
  test('are those that the other text has not', () => {
    expect(changedLines(text('a', 'b', 'c', 'd'), text('a', 'x', 'c'))).toEqual([2, 4]);
  });

  test('what is only added changes none', () => {
    expect(changedLines(text('a', 'b'), text('x', 'a', 'y', 'b', 'z'))).toEqual([]);
  });

  test('all are gone from an empty text', () => {
    expect(changedLines(text('a', 'b'), '')).toEqual([1, 2]);
  });

  test('the others are in the other text, in the same order', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = changedLines(text(...before), text(...after));
        const kept = before.filter((_, index) => !changed.includes(index + 1));
        let from = 0;
        for (const line of kept) {
          from = after.indexOf(line, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
    );
  });
});
