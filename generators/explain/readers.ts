import type { Delivered } from '../delivery/delivered.ts';
import { readGraph } from '../kro/graph/read-graph.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile, OutputFile } from '../model/output.ts';
import type { Rgd } from '../model/rgd.ts';
import { enginesOf } from '../owners/engine.ts';
import { withEngine } from '../owners/library.ts';
import { baseFolder, componentFolder } from '../owners/paths.ts';
import { everyGraph } from '../rgds/library.ts';

/** What does something with a file, besides what delivers it. */
export interface ReadBy {
  readonly by: string;
  readonly what: string;
}

/** What engines make of a file. */
export function readersOf(
  file: ManifestFile | OutputFile,
  fleet: Fleet,
  units: readonly Delivered[],
): readonly ReadBy[] {
  if ('manifests' in file) {
    const graphs = enginesOf(fleet)
      .slice(0, 1)
      .flatMap((engine) => withEngine(everyGraph, engine));
    return file.manifests.flatMap((manifest) => ofManifest(manifest as Manifest, file, graphs));
  }
  const folder = /^out\/terraform\/([^/]+)\//.exec(file.path)?.[1];
  if (folder !== undefined) return [{ by: 'Terraform', what: `reads it as the variables of the root "${folder}"` }];
  const filled = units.find(({ template }) => template?.parameters === file.path);
  if (filled?.template !== undefined)
    return [{ by: filled.template.object.kind, what: `makes the parent ${filled.object.kind} of the spoke from it` }];
  return ofAuthored(file.path, fleet);
}

function ofManifest(manifest: Manifest, file: ManifestFile, library: readonly Rgd[]): readonly ReadBy[] {
  const { apiVersion, kind } = manifest;
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) {
    const built = file.builds?.map((object) => `${object.kind} "${object.metadata.name}"`).join(', ');
    const { resources } = manifest as { readonly resources?: readonly string[] };
    return [
      {
        by: 'kustomize',
        what: built === undefined ? `puts together ${(resources ?? []).join(', ')}` : `makes ${built} of it`,
      },
    ];
  }
  if (kind === 'ResourceGraphDefinition') {
    const { kind: served } = readGraph(manifest)?.head ?? {};
    return served === undefined ? [] : [{ by: 'kro', what: `serves the kind ${served} by it` }];
  }
  const graph = apiVersion.startsWith('kro.run/') ? library.find((one) => one.kind === kind) : undefined;
  if (graph === undefined) return [];
  const count = graph.resources.filter(({ template }) => template !== undefined).length;
  return [{ by: 'kro', what: `makes resources of ${count} sorts from it, by the graph ${graph.name}` }];
}

function ofAuthored(path: string, fleet: Fleet): readonly ReadBy[] {
  const users = (
    folder: string,
    uses: (application: { readonly base?: string | undefined; readonly components: readonly string[] }) => boolean,
  ): readonly ReadBy[] => {
    if (!path.startsWith(`${folder}/`)) return [];
    const applications = [...fleet.spokes.values()].flatMap(({ name, applications: all }) => {
      return Object.entries(all).flatMap(([application, fields]) =>
        uses(fields) ? [`${application} of ${name}`] : [],
      );
    });
    const shown = applications.slice(0, 3).join(', ');
    const more = applications.length > 3 ? ` and ${applications.length - 3} more` : '';
    return [
      {
        by: 'kustomize',
        what: applications.length === 0 ? 'reads it for no application yet' : `reads it for ${shown}${more}`,
      },
    ];
  };
  return [
    ...[...fleet.bases.keys()].flatMap((name) => users(baseFolder(name), ({ base }) => base === name)),
    ...[...fleet.components.keys()].flatMap((name) =>
      users(componentFolder(name), ({ components }) => components.includes(name)),
    ),
  ];
}
