import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../util/canonical-json.ts';
import { changedPaths } from './changed-paths.ts';
import { pathPointer } from './json-patch.ts';

test.each([
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, ['/b']],
  [{ a: { x: 1, y: 2 } }, {}, ['/a/x', '/a/y']],
  [{}, { a: { x: [1, { y: 2 }] } }, ['/a/x/0', '/a/x/1/y']],
  [{}, { a: {} }, ['/a']],
  [{ a: {} }, {}, ['/a']],
  [{ a: { x: 1 } }, { a: {} }, ['/a/x']],
  [{ a: { x: 1 } }, { a: 'text' }, ['/a', '/a/x']],
  [{ a: ['x'] }, { a: { 0: 'x' } }, ['/a']],
  [{ a: [1, 2, 3] }, { a: [2, 3] }, ['/a/0', '/a/1', '/a/2']],
  [{ 'a/b': 1 }, { 'a/b': null }, ['/a~1b']],
  [{ a: { x: 1 } }, { a: { x: 1 } }, []],
])('from %j to %j', (before, after, paths) => {
  expect(changedPaths(before, after).map(pathPointer)).toEqual(paths);
});

test('property: there is no path if and only if nothing changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(changedPaths(before, structuredClone(before))).toEqual([]);
      expect(changedPaths(before, after).length === 0).toBe(canonicalJson(before) === canonicalJson(after));
    }),
  );
});
