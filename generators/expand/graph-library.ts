import { type CheckedGraph, checkGraph } from '../kro/check-graph.ts';
import { applyDefaults } from '../kro/expand/apply-defaults.ts';
import type { OrderedGraph } from '../kro/expand/expand-instance.ts';
import { isGraph } from '../kro/graph/is-graph.ts';
import type { KindLookup } from '../kro/kinds.ts';
import { kindsWith } from '../kro/kinds-with.ts';
import type { PlainMap } from '../util/plain-map.ts';
import { byWave } from './by-wave.ts';
import { objectsIn } from './objects-in.ts';

/** The graphs that a hub has. */
export interface GraphLibrary {
  /** With those that the graphs make. */
  readonly kinds: KindLookup;
  /** The graph of which an object is an instance. */
  graphOf(object: PlainMap): OrderedGraph | undefined;
  /** An instance as the API server stores it. */
  admit(instance: PlainMap): PlainMap;
}

/** Reads the graphs among the emitted files, in the order in which a hub gets them: those that others use come first. */
export function readLibrary(files: ReadonlyMap<string, string>, known: KindLookup): GraphLibrary {
  const graphs = [...files]
    .filter(([path, text]) => path.startsWith('out/shared/kro-rgds/') && text.includes('kind: ResourceGraphDefinition'))
    .flatMap(([, text]) => objectsIn(text))
    .filter(isGraph);
  let kinds = known;
  const checked = new Map<string, CheckedGraph>();
  for (const object of byWave(graphs)) {
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
      return schema === undefined ? instance : (applyDefaults(instance, schema) as PlainMap);
    },
  };
}
