import { expect, test } from 'vitest';
import { formatPath, valueAt } from './path.ts';

test('a path reads as in a program, with quotes where a key is no plain word', () => {
  expect(formatPath(['nodeGroups', 'gpu-1', 'taints', 0, 'key'])).toBe('nodeGroups.gpu-1.taints[0].key');
  expect(formatPath(['tags', 'cost center', '1'])).toBe('tags["cost center"]["1"]');
  expect(formatPath([])).toBe('');
});

test('a value is found by its path, and nothing that only the prototype has', () => {
  const data = { a: [{ b: null }], c: 1 };
  expect(valueAt(data, [])).toBe(data);
  expect(valueAt(data, ['a', 0])).toEqual({ b: null });
  expect(valueAt(data, ['a', 0, 'b'])).toBeNull();
  expect(valueAt(data, ['a', 0, 'b', 'c'])).toBeUndefined();
  expect(valueAt(data, ['c', 'd'])).toBeUndefined();
  expect(valueAt(data, ['constructor'])).toBeUndefined();
});
