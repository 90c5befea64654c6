import type { Gate } from '../delivery/engine.ts';
import { pluralize } from '../kro/crd/pluralize.ts';
import { type OwnGraph, ownGraphs } from '../kro/own-graphs.ts';
import { groupOf, kroClusterRole } from '../kro/rights/cluster-role.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { kustomization } from '../model/kustomization.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { ManifestFile } from '../model/output.ts';
import { isLibraryKind } from '../model/rgd.ts';
import { everyGraph } from '../rgds/library.ts';
import { depthOf, FIRST_GRAPH } from '../rgds/render-rgd.ts';
import { hubLibraryFolder } from './paths.ts';

/** What a hub's library has of the platform's own graphs: each with the rights that kro needs for it, as those of the library. */
export function ownGraphFiles(hub: Hub, fleet: Fleet, mark: Mark): readonly ManifestFile[] {
  const graphs = ownGraphs(hub, fleet);
  return graphs.flatMap((graph): readonly ManifestFile[] => {
    const folder = `${hubLibraryFolder(hub)}/${graph.name}` as const;
    const order = FIRST_GRAPH + ownDepth(graph, graphs, []);
    return [
      { path: `${folder}/graph.yaml`, from: graph.file, manifests: [marked(graph, order, mark)], isJudged: true },
      { path: `${folder}/rights.yaml`, from: graph.file, manifests: [rightsOf(graph, mark)] },
      {
        path: `${folder}/kustomization.yaml`,
        from: graph.file,
        manifests: [kustomization(['graph.yaml', 'rights.yaml'])],
      },
    ];
  });
}

/** Kinds of which there are instances once the graphs are there. */
export function ownKinds(hub: Hub, fleet: Fleet): readonly Gate[] {
  return ownGraphs(hub, fleet).flatMap(({ uses: [made] }) =>
    made === undefined ? [] : [{ group: groupOf(made.apiVersion), kind: made.kind, isOfGraph: true }],
  );
}

function marked({ object }: OwnGraph, order: number, mark: Mark): Manifest {
  const marks = mark({ retention: 'confirm', order, kindMayBeMissing: true });
  return { ...object, metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, ...marks } } };
}

function rightsOf({ name, uses }: OwnGraph, mark: Mark): Manifest {
  const used = uses.map(({ apiVersion, kind, use }) => ({
    group: groupOf(apiVersion),
    resource: pluralize(kind.toLowerCase()),
    use,
  }));
  return kroClusterRole(`wheelwright-kro-${name}`, used, mark({ retention: 'prune', order: FIRST_GRAPH - 1 }));
}

/** How many graphs deep it is composed, of the library and of the hub's own. That none leads back to itself is checked with the graphs. */
function ownDepth({ name, uses }: OwnGraph, graphs: readonly OwnGraph[], above: readonly string[]): number {
  const depths = uses.slice(1).map((used) => {
    const ofLibrary = isLibraryKind(used) ? everyGraph.find(({ kind }) => kind === used.kind) : undefined;
    if (ofLibrary !== undefined) return depthOf(ofLibrary, everyGraph);
    const own = graphs.find(({ uses: [made] }) => made?.apiVersion === used.apiVersion && made.kind === used.kind);
    return own === undefined || own.name === name || above.includes(own.name)
      ? -1
      : ownDepth(own, graphs, [...above, name]);
  });
  return Math.max(-1, ...depths) + 1;
}
