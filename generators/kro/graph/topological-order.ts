import { byCodePoint } from '../../util/code-point-order.ts';

export interface Vertex {
  readonly id: string;
  /** Place in the list. */
  readonly index: number;
  readonly on: readonly string[];
}

/** Ids with everything after what it waits for, else in the order of the list; what is in a cycle or behind one is left out. */
export function topologicalOrder(vertices: readonly Vertex[]): readonly string[] {
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  const waiting = new Map<string, number>();
  const unlocks = new Map<string, Vertex[]>();
  for (const vertex of byId.values()) {
    const on = new Set(vertex.on.filter((id) => byId.has(id)));
    waiting.set(vertex.id, on.size);
    for (const id of on) unlocks.set(id, [...(unlocks.get(id) ?? []), vertex]);
  }
  const order: string[] = [];
  const ready = [...byId.values()].filter(({ id }) => waiting.get(id) === 0);
  while (ready.length > 0) {
    ready.sort((a, b) => b.index - a.index || byCodePoint(b.id, a.id));
    const { id } = ready.pop() as Vertex;
    order.push(id);
    for (const vertex of unlocks.get(id) ?? []) {
      const left = (waiting.get(vertex.id) ?? 0) - 1;
      waiting.set(vertex.id, left);
      if (left === 0) ready.push(vertex);
    }
  }
  return order;
}

/** One cycle in each group of vertices that wait for each other: `[a, b, a]`. A vertex that waits for itself is none. */
export function findCycles(vertices: readonly Vertex[]): readonly (readonly string[])[] {
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  const done = new Set<string>();
  const cycles: string[][] = [];

  function visit(id: string, above: readonly string[]): void {
    if (done.has(id)) return;
    const at = above.indexOf(id);
    if (at >= 0) {
      const cycle = [...above.slice(at), id];
      cycles.push(cycle);
      return;
    }
    for (const next of byId.get(id)?.on ?? []) if (next !== id && byId.has(next)) visit(next, [...above, id]);
    done.add(id);
  }

  for (const { id } of vertices) visit(id, []);
  return cycles;
}
