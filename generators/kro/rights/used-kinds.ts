import type { Kinds } from '../../kube/kinds.ts';
import type { Path } from '../../source/path.ts';
import { type Graph, objectOf } from '../graph/graph.ts';
import { groupOf, type UsedKind } from './cluster-role.ts';

export interface KindUse extends UsedKind {
  /** In the graph. */
  readonly path: Path;
}

/** The kinds that kro has to do with for a graph, its own first. What does not exist is left out. `kinds`: also those that graphs make. */
export function usedKinds({ head, resources }: Graph, kinds: Kinds): readonly KindUse[] {
  const uses: KindUse[] = [];
  const add = (apiVersion: unknown, kind: unknown, use: UsedKind['use'], path: Path): void => {
    const found = kinds.get(String(apiVersion), String(kind));
    if (found !== undefined) uses.push({ group: groupOf(String(apiVersion)), resource: found.plural, use, path });
  };
  add(`${head.group}/${head.version}`, head.kind, 'reconciles', ['spec', 'schema', 'kind']);
  for (const resource of resources) {
    const found = objectOf(resource);
    if (found === undefined) continue;
    const { apiVersion, kind } = found.object;
    add(apiVersion, kind, resource.template === undefined ? 'reads' : 'makes', [...found.path, 'kind']);
  }
  return uses;
}
