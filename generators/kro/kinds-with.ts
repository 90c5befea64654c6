import type { Kinds } from '../kube/kinds.ts';
import type { RawSchema } from '../schema/structural/structural-schema.ts';

/** As much of a CustomResourceDefinition as decides about its kinds. */
export interface CrdLike {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly scope: 'Namespaced' | 'Cluster';
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: RawSchema };
    }[];
  };
}

/** The kinds of a cluster after these CRDs were applied to it. */
export function kindsWith(kinds: Kinds, crds: readonly CrdLike[]): Kinds {
  return kinds.with(
    crds.flatMap(({ spec: { group, names, scope, versions } }) =>
      versions.flatMap(({ name, served, schema }) => {
        const apiVersion = `${group}/${name}`;
        return served
          ? [{ apiVersion, kind: names.kind, plural: names.plural, scope, schema: schema.openAPIV3Schema }]
          : [];
      }),
    ),
  );
}
