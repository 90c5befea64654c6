import { describe, expect, test } from 'vitest';
import { fieldsBelow, isWithin, withField } from './fields.ts';

describe('fields', () => {
  test('come with their path, parents first; what is empty is a leaf', () => {
    expect([...fieldsBelow({ a: { b: 1, c: [] }, d: ['x'], e: undefined })]).toEqual([
      { path: ['a'], value: { b: 1, c: [] }, isLeaf: false },
      { path: ['a', 'b'], value: 1, isLeaf: true },
      { path: ['a', 'c'], value: [], isLeaf: true },
      { path: ['d'], value: ['x'], isLeaf: false },
      { path: ['d', 0], value: 'x', isLeaf: true },
    ]);
  });

  test('are replaced where they stand, and nothing in place', () => {
    const value = { a: { b: 1 }, c: [1, 2] };
    expect(Object.entries(withField(value, ['a', 'b'], 2) as object)).toEqual([
      ['a', { b: 2 }],
      ['c', [1, 2]],
    ]);
    expect(withField(value, ['c', 0], undefined)).toEqual({ a: { b: 1 }, c: [2] });
    expect(withField(value, ['a'], undefined)).toEqual({ c: [1, 2] });
    expect(value).toEqual({ a: { b: 1 }, c: [1, 2] });
  });

  test('are within what they are part of, and within themselves', () => {
    expect([
      isWithin(['a', 'b'], ['a']),
      isWithin(['a'], ['a']),
      isWithin(['a'], ['a', 'b']),
      isWithin(['b'], ['a']),
    ]).toEqual([true, true, false, false]);
  });
});
