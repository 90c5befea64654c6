import { clouds as everyCloud } from '../clouds/registry.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import { pluralize } from '../kro/crd/pluralize.ts';
import { specSchema } from '../kro/simple-schema/spec-schema.ts';
import type { GeneratedKind } from '../kube/kinds.ts';
import type { Fleet } from '../model/fleet.ts';
import { kustomization } from '../model/kustomization.ts';
import type { ManifestFile, OwnerDraft } from '../model/output.ts';
import { LIBRARY_GROUP, type Rgd } from '../model/rgd.ts';
import { everyGraph, graphsOf } from '../rgds/library.ts';
import { renderKroRbac } from '../rgds/render-kro-rbac.ts';
import { renderRgd } from '../rgds/render-rgd.ts';
import { withRegistration } from '../rgds/with-registration.ts';
import { enginesOf } from './engine.ts';
import { libraryFolder } from './paths.ts';

/** With what an engine adds to the graphs that make clusters. */
export function withEngine(library: readonly Rgd[], { registration }: DeliveryEngine): readonly Rgd[] {
  return library.map((rgd) => withRegistration(rgd, registration));
}

/** The kinds of the library, as kro will make them of their graphs. */
export function libraryKinds(): readonly GeneratedKind[] {
  return everyGraph.map(({ kind, apiVersion, spec, types }) => ({
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
  readonly cloud: string;
  readonly version: string;
  readonly engine: DeliveryEngine;
}

/** What the hubs of a fleet take their graphs from; one that has no accounts yet may have those of any cloud. */
export function librariesOf({ accounts, hubs }: Pick<Fleet, 'accounts' | 'hubs'>): readonly Library[] {
  const used = new Set([...accounts.values()].map(({ cloud }) => cloud));
  const clouds = used.size === 0 ? Object.keys(everyCloud) : [...used];
  const versions = new Set([...hubs.values()].map((hub) => hub.versions.library));
  const engines = enginesOf({ hubs });
  return clouds.flatMap((cloud) =>
    [...versions].flatMap((version) => engines.map((engine) => ({ cloud, version, engine }))),
  );
}

export function libraryName({ cloud, version, engine: { variant } }: Library): string {
  return [cloud, version, ...(variant === undefined ? [] : [variant])].join('-');
}

/** The graphs of a library version, each with the rights that kro needs for it. A hub takes those that it needs. */
export function draftLibrary(drafted: Library): OwnerDraft {
  const { cloud, version, engine } = drafted;
  const folder = libraryFolder(cloud, version, engine);
  const from = `library ${version}`;
  const library = graphsOf(cloud, version);
  return {
    owner: { kind: 'library', name: libraryName(drafted) },
    input: version,
    facts: {},
    locate: () => ({}),
    files: withEngine(library, engine).flatMap((rgd): readonly ManifestFile[] => {
      const graph = `${folder}/${rgd.name}` as const;
      return [
        { path: `${graph}/graph.yaml`, from, manifests: [renderRgd(rgd, library, engine.marks)] },
        { path: `${graph}/rights.yaml`, from, manifests: [renderKroRbac(rgd, engine.marks)] },
        { path: `${graph}/kustomization.yaml`, from, manifests: [kustomization(['graph.yaml', 'rights.yaml'])] },
      ];
    }),
  };
}
