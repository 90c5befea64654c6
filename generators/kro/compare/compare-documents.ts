import { type Diagnostic, newDiagnosticLog } from '../../diagnostics/diagnostic.ts';
import type { Kinds } from '../../kube/kinds.ts';
import type { Source } from '../../source/source.ts';
import { isMap } from '../../util/plain-map.ts';
import { documentsIn, type PlacedObject } from '../../yaml/kubernetes/documents-in.ts';
import { isGraph } from '../graph/is-graph.ts';
import { compareGraphs } from './compare-graphs.ts';

/** What becomes of graphs that are in both, by their names, when these files take the place of those. `kinds`: all that the new ones may use. */
export function compareDocuments(
  before: readonly Source[],
  after: readonly Source[],
  kinds: Kinds,
): readonly Diagnostic[] {
  const log = newDiagnosticLog();
  const old = new Map(graphsIn(before));
  if (old.size === 0) return [];
  for (const [name, now] of graphsIn(after)) {
    const was = old.get(name);
    if (was !== undefined && JSON.stringify(was.value) !== JSON.stringify(now.value))
      log.add(compareGraphs(was, now, kinds).diagnostics);
  }
  return log.sorted();
}

function graphsIn(sources: readonly Source[]): readonly (readonly [name: string, graph: PlacedObject])[] {
  return sources.flatMap(documentsIn).flatMap((one) => {
    const { value } = one;
    if (!isGraph(value) || !isMap(value['metadata'])) return [];
    return [[String(value['metadata']['name']), one] as const];
  });
}
