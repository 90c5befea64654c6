import { comparePositions, type Delivered, positionOf } from '../delivery/delivered.ts';
import { type CheckedGraph, checkGraph } from '../kro/check-graph.ts';
import type { OrderedGraph } from '../kro/expand/expand-instance.ts';
import { isGraph } from '../kro/graph/is-graph.ts';
import { kindsWith } from '../kro/kinds-with.ts';
import type { Kinds } from '../kube/kinds.ts';
import { storedValue } from '../schema/structural/stored-value.ts';
import type { PlainMap } from '../util/plain-map.ts';

/** The graphs that a hub has. */
export interface GraphLibrary {
  /** With those that the graphs make. */
  readonly kinds: Kinds;
  /** The graph of which an object is an instance. */
  graphOf(object: PlainMap): OrderedGraph | undefined;
  /** An instance as the API server stores it. */
  admit(instance: PlainMap): PlainMap;
}

/** Reads the graphs among what is delivered to a hub, in the order in which it gets them: those that others use come first. */
export function readLibrary(units: readonly Delivered[], known: Kinds): GraphLibrary {
  const graphs = units
    .filter(({ cluster }) => cluster === 'hub')
    .flatMap((unit) => unit.objects().map(({ object, order }) => ({ object, position: [...positionOf(unit), order] })))
    .filter(({ object }) => isGraph(object))
    .toSorted((a, b) => comparePositions(a.position, b.position));
  let kinds = known;
  const checked = new Map<string, CheckedGraph>();
  for (const { object } of graphs) {
    const graph = checkGraph({ object }, kinds);
    if (graph.crd === undefined) continue;
    kinds = kindsWith(kinds, [graph.crd]);
    const { group, names, versions } = graph.crd.spec;
    checked.set(`${group}/${versions[0].name} ${names.kind}`, graph);
  }
  const find = ({ apiVersion, kind }: PlainMap) => checked.get(`${String(apiVersion)} ${String(kind)}`);
  return {
    kinds,
    graphOf(object) {
      const { graph, order, dependencies } = find(object) ?? {};
      return graph && order && dependencies && { graph, order, dependencies };
    },
    admit(instance) {
      const schema = find(instance)?.crd?.spec.versions[0].schema.openAPIV3Schema;
      return schema === undefined ? instance : (storedValue(instance, schema) as PlainMap);
    },
  };
}
