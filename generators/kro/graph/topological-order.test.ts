import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles, topologicalOrder } from './topological-order.ts';

const vertices = (...edges: readonly (readonly [string, ...string[]])[]) =>
  edges.map(([id, ...on], index) => ({ id, index, on }));

test('what is waited for comes first, else the order of the list', () => {
  expect(topologicalOrder(vertices(['a', 'c'], ['b'], ['c'], ['d', 'a']))).toEqual(['b', 'c', 'a', 'd']);
});

test('what is in a cycle or behind one is left out, and the cycle is found', () => {
  const stuck = vertices(['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'c'], ['e']);
  expect(topologicalOrder(stuck)).toEqual(['e']);
  expect(findCycles(stuck)).toEqual([['a', 'b', 'c', 'a']]);
});

test('an order holds everything once, and nothing before what it waits for', () => {
  const graphs = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(graphs, (edges) => {
      const all = edges.map((on, index) => ({ id: `r${index}`, index, on: on.map((other) => `r${other}`) }));
      const order = topologicalOrder(all);
      const known = new Set(all.map(({ id }) => id));
      for (const { id, on } of all) {
        if (!order.includes(id)) continue;
        for (const other of on) if (known.has(other)) expect(order.indexOf(other)).toBeLessThan(order.indexOf(id));
      }
      expect(new Set(order).size).toBe(order.length);
      const rest = all.filter(({ id, on }) => !order.includes(id) && !on.includes(id));
      const isStuck = rest.length > 0 && all.every(({ id, on }) => !on.includes(id));
      if (isStuck) expect(findCycles(all)).not.toEqual([]);
    }),
  );
});
