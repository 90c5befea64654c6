import type { DeliveryEngine } from '../delivery/engine.ts';
import { pluralize } from '../kro/crd/pluralize.ts';
import { specSchema } from '../kro/simple-schema/spec-schema.ts';
import type { GeneratedKind } from '../kube/kind-schemas.ts';
import type { Fleet } from '../model/fleet.ts';
import { kustomization } from '../model/kustomization.ts';
import type { ManifestFile, OwnerDraft } from '../model/output.ts';
import { rgds } from '../rgds/registry.ts';
import { renderKroRbac } from '../rgds/render-kro-rbac.ts';
import { renderRgd } from '../rgds/render-rgd.ts';
import { LIBRARY_GROUP, type Rgd } from '../rgds/rgd.ts';
import { withRegistration } from '../rgds/with-registration.ts';
import { enginesOf } from './engine.ts';
import { libraryFolder } from './paths.ts';

export const library: readonly Rgd[] = Object.values(rgds);

/** With what an engine adds to the graphs that make clusters. */
export function libraryOf({ registration }: DeliveryEngine): readonly Rgd[] {
  return library.map((rgd) => withRegistration(rgd, registration));
}

/** The kinds of the library, as kro will make them of their graphs. */
export function libraryKinds(): readonly GeneratedKind[] {
  return library.map(({ kind, apiVersion, spec, types }) => ({
    apiVersion: `${LIBRARY_GROUP}/${apiVersion}`,
    kind,
    plural: pluralize(kind.toLowerCase()),
    scope: 'Namespaced',
    schema: {
      type: 'object',
      properties: {
        spec: specSchema(spec, types).schema,
        status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  }));
}

/** A version of the library, as an engine delivers it. */
export interface Library {
  readonly version: string;
  readonly engine: DeliveryEngine;
}

/** What the hubs of a fleet take their graphs from. */
export function librariesOf({ hubs }: Pick<Fleet, 'hubs'>): readonly Library[] {
  const versions = new Set([...hubs.values()].map((hub) => hub.versions.library));
  const engines = enginesOf({ hubs });
  return [...versions].flatMap((version) => engines.map((engine) => ({ version, engine })));
}

/** The graphs of a library version, each with the rights that kro needs for it. A hub takes those that it needs. */
export function draftLibrary({ version, engine }: Library): OwnerDraft {
  const folder = libraryFolder(version);
  const from = `library ${version}`;
  return {
    owner: { kind: 'library', name: `aws-${version}` },
    input: version,
    facts: {},
    locate: () => ({}),
    files: libraryOf(engine).flatMap((rgd): readonly ManifestFile[] => {
      const graph = `${folder}/${rgd.name}` as const;
      return [
        { path: `${graph}/graph.yaml`, from, manifests: [renderRgd(rgd, library, engine.marks)] },
        { path: `${graph}/rights.yaml`, from, manifests: [renderKroRbac(rgd, engine.marks)] },
        { path: `${graph}/kustomization.yaml`, from, manifests: [kustomization(['graph.yaml', 'rights.yaml'])] },
      ];
    }),
  };
}
