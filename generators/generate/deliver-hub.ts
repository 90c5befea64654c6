import type { DeliveredUnits } from '../checks/check.ts';
import type { Delivered } from '../delivery/delivered.ts';
import { folderReader } from '../delivery/read-folder.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { AuthoredFolder, Fleet, Hub } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Owner, OwnerDraft } from '../model/output.ts';
import { engineOf } from '../owners/engine.ts';
import { manifestOrigin, manifestsOf } from '../owners/hub-manifests.ts';
import { librariesOf, libraryName } from '../owners/library.ts';
import { hubManifestsFolder } from '../owners/paths.ts';
import type { Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import { namespacedBy, outFiles } from './deliver-drafts.ts';

/**
 * Who writes what a hub with manifests of people is given, as far as these may be in its way. Of spokes those whose names
 * stand in the names of such manifests: all that a spoke has on its hub bears its name.
 */
export function ownersOnHub(hub: Hub, fleet: Fleet): readonly Owner[] {
  const accounts = [...fleet.accounts.values()].filter((account) => account.hub === hub.name);
  const names = new Set(accounts.map(({ name }) => name));
  const networks = [...fleet.networks.values()].filter(({ account }) => names.has(account));
  const taken = manifestsOf(hub, fleet)
    .flatMap((folder) => folder.built().objects)
    .map(({ metadata }) => `${metadata.namespace} ${metadata.name}`)
    .join('\n');
  const spokes = [...fleet.spokes.values()].filter((spoke) => spoke.hub === hub.name && taken.includes(spoke.name));
  return [
    { kind: 'hub', name: hub.name },
    ...librariesOf(fleet).map((library): Owner => ({ kind: 'library', name: libraryName(library) })),
    ...accounts.map(({ name }): Owner => ({ kind: 'account', name })),
    ...networks.map(({ name }): Owner => ({ kind: 'network', name })),
    ...spokes.map(({ name }): Owner => ({ kind: 'spoke', name })),
  ];
}

/** What the engine of a hub makes of these drafts on the hub itself, and of what people deliver through it. */
export function deliverHub(hub: Hub, fleet: Fleet, drafts: readonly OwnerDraft[], schemas: Kinds): DeliveredUnits {
  const engine = engineOf(hub);
  const files = outFiles(drafts.flatMap((draft) => draft.files));
  const units = engine.deliver(files, folderReader(files));
  const folders = new Map(manifestsOf(hub, fleet).map((folder) => [hubManifestsFolder(hub, folder.name), folder]));
  const authored = new Map<Manifest, AuthoredFolder>();
  const writers = new Map(drafts.flatMap((draft) => draft.files.map(({ path }) => [path as string, draft] as const)));
  const written = new Map<Manifest, Origin>();
  for (const { folder: path = '', objects } of units) {
    const folder = folders.get(path as `out/${string}`);
    for (const { object, file } of objects()) {
      if (folder !== undefined) authored.set(object, folder);
      written.set(object, writers.get(file)?.locate([]) ?? {});
    }
  }
  const isAuthored = (object: Manifest): boolean => authored.has(object);
  const isOnHub = ({ cluster, object }: Delivered): boolean => cluster === 'hub' || isAuthored(object);
  return {
    to: 'hub',
    engine,
    units: units.filter(isOnHub),
    isNamespaced: namespacedBy(schemas),
    isAuthored,
    locate: (object: Manifest, path: Path) => {
      const folder = authored.get(object);
      if (folder !== undefined) return manifestOrigin(folder, object, path);
      const origin = written.get(object);
      // The library is in no file of people.
      return origin?.span === undefined ? hub.locate([]) : origin;
    },
  };
}
