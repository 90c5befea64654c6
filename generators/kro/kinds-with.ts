import type { RawSchema } from '../schema/structural/structural-schema.ts';
import type { KindLookup, KnownKind } from './kinds.ts';

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
export function kindsWith(kinds: KindLookup, crds: readonly CrdLike[]): KindLookup {
  const added = new Map<string, KnownKind>();
  for (const { spec } of crds) {
    for (const { name, served, schema } of spec.versions) {
      if (!served) continue;
      const kind = { schema: schema.openAPIV3Schema, scope: spec.scope, plural: spec.names.plural };
      added.set(`${spec.group}/${name}/${spec.names.kind}`, kind);
    }
  }
  return {
    names: [...(kinds.names ?? []), ...added.keys()],
    objectMeta: kinds.objectMeta,
    get: (apiVersion, kind) => added.get(`${apiVersion}/${kind}`) ?? kinds.get(apiVersion, kind),
  };
}
