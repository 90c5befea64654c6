import type { AuthoredFile, Fleet, Hub } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { objectOf } from './graph/graph.ts';
import { isGraph } from './graph/is-graph.ts';
import { readGraph } from './graph/read-graph.ts';
import type { Use } from './rights/cluster-role.ts';

/** A graph that the platform team wrote, as far as its delivery depends on it. */
export interface OwnGraph {
  /** Of its file, and of the graph. */
  readonly name: string;
  readonly file: string;
  readonly object: Manifest;
  /** Its own kind first. */
  readonly uses: readonly { readonly apiVersion: string; readonly kind: string; readonly use: Use }[];
}

/** The graphs that a hub lists; those that can be delivered. */
export function ownGraphs(hub: Hub, { graphs }: Pick<Fleet, 'graphs'>): readonly OwnGraph[] {
  return [...new Set(hub.graphs)].sort(byCodePoint).flatMap((name) => {
    const file = graphs.get(name);
    const graph = file && readOwnGraph(file);
    return graph === undefined || graph.name !== name ? [] : [graph];
  });
}

/** The graph in a file that holds one and nothing else. */
export function readOwnGraph({ source, objects: read }: AuthoredFile): OwnGraph | undefined {
  const objects = read().filter(({ value }) => value !== null && value !== undefined);
  const [only] = objects;
  const graph = objects.length === 1 && only?.within.length === 0 ? readGraph(only.value) : undefined;
  if (graph === undefined || !isGraph(only?.value)) return undefined;
  const { head, name, resources } = graph;
  const used = resources.flatMap((resource) => {
    const found = objectOf(resource)?.object;
    if (found === undefined) return [];
    const use: Use = resource.template === undefined ? 'reads' : 'makes';
    return [{ apiVersion: String(found['apiVersion']), kind: String(found['kind']), use }];
  });
  return {
    name,
    file: source.path,
    object: only.value as unknown as Manifest,
    uses: [{ apiVersion: `${head.group}/${head.version}`, kind: head.kind, use: 'reconciles' }, ...used],
  };
}
