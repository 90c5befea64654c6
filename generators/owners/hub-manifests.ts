import type { Gate, Rights } from '../delivery/engine.ts';
import { groupOf } from '../kro/rights/cluster-role.ts';
import { manifestsRoot } from '../load/manifest-folder.ts';
import type { Bundle } from '../model/bundle.ts';
import type { AuthoredFolder, Fleet, Hub, ManifestFolder } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import { MANIFESTS_PROJECT, manifestsApplication } from '../model/names.ts';
import type { ManifestFile, OutputFile } from '../model/output.ts';
import type { Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { authoredOrigin } from './applications/authored-origin.ts';
import { hubManifestsFolder } from './paths.ts';

/** After the library and the accounts, so that manifests may hold instances of graphs. */
const MANIFESTS_WAVE = 0;
/** For what names no namespace because it stands in none. */
const NAMESPACE = 'default';

/** The folders of `hub/manifests` that a hub lists, by name. */
export function manifestsOf(hub: Hub, { manifests }: Pick<Fleet, 'manifests'>): readonly ManifestFolder[] {
  return [...new Set(hub.manifests)].sort(byCodePoint).flatMap((name) => manifests.get(name) ?? []);
}

/** The line of a folder that says a field of an object which is built of it. */
export function manifestOrigin(folder: AuthoredFolder, object: Manifest, path: Path): Origin {
  const root = manifestsRoot(folder.name);
  const [[file, text] = ['', '']] = folder.files;
  const top = { span: { source: { path: `${root}/${file}`, text }, start: 0, end: 0 } };
  return authoredOrigin([{ path: root, folder }], object, path) ?? top;
}

/** The folders as they are: nothing in `out/` may point outside of it. */
export function manifestFiles(hub: Hub, fleet: Fleet): readonly (ManifestFile | OutputFile)[] {
  return manifestsOf(hub, fleet).flatMap((folder) => {
    const target = hubManifestsFolder(hub, folder.name);
    const own = folder.kustomization;
    const copies = [...folder.files].map(([path, content]): OutputFile => ({ path: `${target}/${path}`, content }));
    const from = manifestsRoot(folder.name);
    return own === undefined ? copies : [{ path: `${target}/kustomization.yaml`, from, manifests: [own] }, ...copies];
  });
}

export function manifestBundles(hub: Hub, fleet: Fleet): readonly Bundle[] {
  return manifestsOf(hub, fleet).map(({ name }) => ({
    name: manifestsApplication(name),
    wave: MANIFESTS_WAVE,
    project: MANIFESTS_PROJECT,
    cluster: 'hub',
    namespace: NAMESPACE,
    source: { kind: 'path', path: hubManifestsFolder(hub, name) },
    kindMayBeMissing: true,
  }));
}

/** Exactly what the folders need: their kinds and namespaces. What is in a namespace and what is in none is not told apart. */
export function manifestRights(hub: Hub, fleet: Fleet): readonly Rights[] {
  const objects = manifestsOf(hub, fleet).flatMap((folder) => folder.built().objects);
  if (objects.length === 0) return [];
  const kinds = new Map(
    objects.map(({ apiVersion, kind }): [string, Gate] => {
      const group = groupOf(apiVersion);
      return [`${group}/${kind}`, { group, kind }];
    }),
  );
  const listed = [...kinds].sort(([a], [b]) => byCodePoint(a, b)).map(([, kind]) => kind);
  const namespaces = new Set([NAMESPACE, ...objects.flatMap(({ metadata }) => metadata.namespace ?? [])]);
  return [
    {
      name: MANIFESTS_PROJECT,
      description: 'manifests of the platform team: what stands in hub/manifests and the file of the hub lists',
      repositories: [fleet.config.repository.url],
      destinations: [...namespaces].sort(byCodePoint).map((namespace) => ({ cluster: 'hub', namespace })),
      clusterKinds: listed,
      namespacedKinds: listed,
    },
  ];
}
