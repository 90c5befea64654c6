import { pluralize } from '../kro/crd/pluralize.ts';
import { groupOf, kroClusterRole, type Use, type UsedKind } from '../kro/rights/cluster-role.ts';
import type { Manifest } from '../model/manifest.ts';
import { type Mark, unmarked } from '../model/marks.ts';
import { LIBRARY_GROUP, objectOf, type Rgd } from '../model/rgd.ts';
import { FIRST_GRAPH } from './render-rgd.ts';

/** The rights that kro needs for a graph, in aggregation mode: exactly its kinds. */
export function renderKroRbac(rgd: Rgd, mark: Mark = unmarked): Manifest {
  const annotations = mark({ retention: 'prune', order: FIRST_GRAPH - 1 });
  return kroClusterRole(`wheelwright-kro-${rgd.name}`, usedKinds([rgd]), annotations);
}

/** What kro has to do with for the graphs of the library. */
export function usedKinds(library: readonly Rgd[]): readonly UsedKind[] {
  return library.flatMap((rgd) => [
    usedKind(`${LIBRARY_GROUP}/${rgd.apiVersion}`, rgd.kind, 'reconciles'),
    ...rgd.resources.map((resource) => {
      const { apiVersion, kind } = objectOf(resource);
      return usedKind(apiVersion, kind, resource.template ? 'makes' : 'reads');
    }),
  ]);
}

function usedKind(apiVersion: string, kind: string, use: Use): UsedKind {
  return { group: groupOf(apiVersion), resource: pluralize(kind.toLowerCase()), use };
}
