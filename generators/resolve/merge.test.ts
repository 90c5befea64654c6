import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, mergeLayer } from './merge.ts';

describe('merge', () => {
  test('maps merge, scalars and lists replace', () => {
    const base = { a: { x: 1, y: [1, 2] }, b: 'base' };
    expect(merge(base, { a: { y: [3] }, b: 'over', c: true })).toEqual({ a: { x: 1, y: [3] }, b: 'over', c: true });
  });

  test('null removes what earlier layers said, and nothing where they said nothing', () => {
    expect(merge({ a: { x: 1, y: 2 } }, { a: { x: null }, b: { c: null } })).toEqual({ a: { y: 2 }, b: {} });
  });

  test('neither side is changed', () => {
    const base = Object.freeze({ a: Object.freeze({ x: 1 }) });
    const over = Object.freeze({ a: Object.freeze({ y: 2 }) });
    expect(merge(base, over)).toEqual({ a: { x: 1, y: 2 } });
  });

  test('patches of layers are appended', () => {
    expect(mergeLayer({ patches: [1] }, { patches: [2] })).toEqual({ patches: [1, 2] });
    expect(mergeLayer({ patches: [1] }, {})).toEqual({ patches: [1] });
    expect(mergeLayer({ patches: [1] }, { patches: null } as never)).toEqual({});
  });
});

const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }));
const data = fc.letrec<{ map: Record<string, unknown> }>((tie) => ({
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof({ maxDepth: 3 }, leaf, tie('map')), { maxKeys: 4 }),
})).map;

describe('laws of merge', () => {
  test('merging the same again changes nothing', () => {
    fc.assert(
      fc.property(data, data, (base, over) => {
        const once = merge(base, over);
        expect(merge(once, over)).toEqual(once);
      }),
    );
  });

  test('a later layer wins, whatever the earlier ones say', () => {
    fc.assert(
      fc.property(data, leaf, (base, value) => {
        expect((merge(base, { a: value }) as Record<string, unknown>)['a']).toEqual(value);
      }),
    );
  });

  test('an empty layer says nothing', () => {
    fc.assert(
      fc.property(data, (base) => {
        expect(merge(base, {})).toEqual(base);
      }),
    );
  });
});
