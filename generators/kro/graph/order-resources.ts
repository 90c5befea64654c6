import type { Context } from '../context.ts';
import type { Dependencies } from './dependencies.ts';
import { findCycles, topologicalOrder } from './topological-order.ts';

/** The order in which kro makes the objects; reports resources that wait for themselves. */
export function orderResources(
  { report }: Context,
  dependencies: readonly Dependencies[],
): readonly string[] | undefined {
  let isSound = true;
  for (const { id, because } of dependencies) {
    const expression = because.get(id);
    if (expression === undefined) continue;
    isSound = false;
    const reference = expression.inspection.references.find(({ name }) => name === id);
    const spot = expression.spotOf(reference ?? { start: 0, end: expression.cel.length });
    report({ ...spot, code: 'kro/self-reference', message: `${expression.label} reads "${id}", the resource itself.` });
  }
  const vertices = dependencies.map(({ id, index, on }) => ({ id, index, on: on.filter((other) => other !== id) }));
  const order = topologicalOrder(vertices);
  const done = new Set(order);
  const stuck = vertices.filter(({ id }) => !done.has(id));
  for (const cycle of findCycles(stuck)) {
    const [first = '', next = ''] = cycle;
    const because = dependencies.find(({ id }) => id === first)?.because.get(next);
    const reference = because?.inspection.references.find(({ name }) => name === next);
    const spot = because?.spotOf(reference ?? { start: 0, end: because.cel.length }) ?? { path: ['spec', 'resources'] };
    const message = `Resources wait for each other: ${nameCycle(cycle)}.`;
    report({ ...spot, code: 'kro/cycle', message });
  }
  return isSound && stuck.length === 0 ? order : undefined;
}

const mostNames = 12;

function nameCycle(cycle: readonly string[]): string {
  const names = cycle.map((id) => `"${id}"`);
  const shown = names.length > mostNames ? [...names.slice(0, mostNames - 2), '…', ...names.slice(-1)] : names;
  return shown.join(' -> ');
}
