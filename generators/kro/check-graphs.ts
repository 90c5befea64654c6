import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import { type CheckedGraph, checkGraph } from './check-graph.ts';
import type { GeneratedCrd } from './crd/generate-crd.ts';
import { collectFindings, type Findings, type GraphInput } from './findings.ts';
import type { Graph } from './graph/graph.ts';
import { objectOf } from './graph/graph.ts';
import { readGraph } from './graph/read-graph.ts';
import { findCycles, topologicalOrder } from './graph/topological-order.ts';
import { kindsWith } from './kinds-with.ts';

interface Entry {
  readonly index: number;
  readonly graph: Graph | undefined;
  readonly makes: string;
  readonly uses: readonly { readonly kind: string; readonly path: readonly (string | number)[] }[];
  readonly findings: Findings;
}

/** A graph that is there besides, and was judged before. */
export interface GivenGraph {
  readonly name: string;
  readonly crd: GeneratedCrd;
}

/** Checks graphs that are delivered together: one may use the kind of another. They come in the order in which a cluster can take them. */
export function checkGraphs(
  inputs: readonly GraphInput[],
  kinds: Kinds,
  given: readonly GivenGraph[] = [],
): readonly CheckedGraph[] {
  const entries = inputs.map((input, index) => readEntry(input, index));
  const makers = reportSameKinds(entries, given);
  const vertices = entries.map(({ index, uses }) => {
    const on = uses.flatMap(({ kind }) => makers.get(kind)?.index ?? []).map(String);
    return { id: String(index), index, on: on.filter((id) => id !== String(index)) };
  });
  const order = topologicalOrder(vertices);
  const stuck = vertices.filter(({ id }) => !order.includes(id));
  const isInCycle = new Set<number>();
  for (const cycle of findCycles(stuck))
    reportCycle(
      cycle.map((id) => entries[Number(id)] as Entry),
      isInCycle,
    );
  for (const entry of entries) {
    const own = entry.uses.find(({ kind }) => kind === entry.makes);
    if (own !== undefined) reportCycle([entry, entry], isInCycle);
  }

  const checked: CheckedGraph[] = [];
  let known = kindsWith(
    kinds,
    given.map(({ crd }) => crd),
  );
  for (const id of [...order, ...stuck.map((vertex) => vertex.id)]) {
    const index = Number(id);
    const found = checkGraph(inputs[index] as GraphInput, known);
    const between = entries[index]?.findings.diagnostics().filter(({ code }) => betweenGraphs.includes(code)) ?? [];
    // Within a cycle every kind is missing somewhere; the cycle says it all.
    const kept = isInCycle.has(index)
      ? found.diagnostics.filter(({ code }) => code !== 'kro/unknown-kind')
      : found.diagnostics;
    checked.push({ ...found, diagnostics: merge(between, kept) });
    if (found.crd !== undefined) known = kindsWith(known, [found.crd]);
  }
  return checked;
}

const betweenGraphs: readonly string[] = ['kro/same-kind', 'kro/graph-cycle'];

function readEntry(input: GraphInput, index: number): Entry {
  const findings = collectFindings(input);
  const graph = findings.value === undefined ? undefined : readGraph(findings.value);
  const uses = (graph?.resources ?? []).flatMap((resource) => {
    const found = objectOf(resource);
    if (found === undefined) return [];
    const { apiVersion, kind } = found.object;
    return [{ kind: `${String(apiVersion)}/${String(kind)}`, path: [...found.path, 'kind'] }];
  });
  const makes = graph === undefined ? '' : `${graph.head.group}/${graph.head.version}/${graph.head.kind}`;
  return { index, graph, makes, uses, findings };
}

/** By the kind that they make, the first of each. */
function reportSameKinds(entries: readonly Entry[], given: readonly GivenGraph[]): ReadonlyMap<string, Entry> {
  const makers = new Map<string, Entry>();
  const nameOf = (group: string, kind: string) => `${group}/${kind.toLowerCase()}`;
  const names = new Map<string, string | undefined>(
    given.map(({ name, crd: { spec } }) => [nameOf(spec.group, spec.names.kind), name]),
  );
  for (const entry of entries) {
    if (entry.graph === undefined) continue;
    const { group, kind } = entry.graph.head;
    const name = nameOf(group, kind);
    if (!names.has(name)) names.set(name, entry.graph.name);
    else {
      const message = `The kind "${kind}" of group "${group}" is made by graph "${names.get(name)}" already.`;
      entry.findings.report({ code: 'kro/same-kind', path: ['spec', 'schema', 'kind'], message });
    }
    if (!makers.has(entry.makes)) makers.set(entry.makes, entry);
  }
  return makers;
}

/** Told of the graph that was given last: it closes the cycle. */
function reportCycle(closed: readonly Entry[], isInCycle: Set<number>): void {
  const ring = closed.slice(1);
  const last = ring.reduce((at, { index }, i) => (index > (ring[at]?.index ?? -1) ? i : at), 0);
  const cycle = [...ring.slice(last), ...ring.slice(0, last + 1)];
  const [first, next] = cycle;
  if (first === undefined || next === undefined) return;
  for (const { index } of cycle) isInCycle.add(index);
  const path = first.uses.find(({ kind }) => kind === next.makes)?.path ?? ['spec'];
  const names = cycle.map(({ graph }) => `"${graph?.name}"`).join(' -> ');
  first.findings.report({ code: 'kro/graph-cycle', path, message: `Graphs wait for each other's kinds: ${names}.` });
}

function merge(left: readonly Diagnostic[], right: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...left, ...right].sort((a, b) => (a.at?.span?.start ?? 0) - (b.at?.span?.start ?? 0));
}
