import type { DeliveredUnits } from '../checks/check.ts';
import { type Delivered, type OutFiles, pathTo } from '../delivery/delivered.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import { type FolderReader, folderReader, type ReadFolder } from '../delivery/read-folder.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile, OutputFile, OwnerDraft } from '../model/output.ts';
import { causeOf } from './check-output.ts';

type DraftFile = ManifestFile | OutputFile;

/** What the engine of a hub makes of the drafts of its spokes, without printing and reading again what is in them. */
export function deliverDrafts(
  hub: OwnerDraft,
  engine: DeliveryEngine,
  schemas: Kinds,
): (spoke: OwnerDraft) => DeliveredUnits {
  const readHub = folderReader(outFiles(hub.files));
  const bootstrap = [...outFiles(hub.files)].filter(([path]) => path.includes('/bootstrap/'));
  const isNamespaced = namespacedBy(schemas);
  let ofHub: FolderReader = readHub;
  return (spoke) => {
    const paths = new Set<string>(spoke.files.map(({ path }) => path));
    const isOwn = ({ file, template, by }: Delivered): boolean =>
      paths.has(file) || paths.has(template?.parameters ?? '') || (by !== undefined && isOwn(by));
    const files = new Map([...bootstrap, ...outFiles(spoke.files)]);
    const units = engine.deliver(files, draftReader(spoke.files, ofHub)).filter(isOwn);
    // A hub names no spoke, so what leads to one leads to all.
    if (ofHub === readHub && units.length > 0) ofHub = leadingOnly(readHub, units);
    return {
      ...{ to: 'spoke', engine, units, isNamespaced },
      isAuthored: () => false,
      locate: (object, path) => locateIn(spoke, object, path),
    };
  };
}

/** Kinds that nobody knows are taken for namespaced ones, as most are. */
export const namespacedBy =
  (schemas: Kinds): DeliveredUnits['isNamespaced'] =>
  ({ apiVersion, kind }) =>
    schemas.get(apiVersion, kind)?.scope !== 'Cluster';

export const outFiles = (files: readonly DraftFile[]): OutFiles =>
  new Map(files.map((file) => [file.path, 'manifests' in file ? file.manifests : file.content]));

/** What stands in a folder of a draft; of one that kustomize builds, what it made. */
function draftReader(files: readonly DraftFile[], others: FolderReader): FolderReader {
  return (folder) => {
    const inside = files.filter(({ path }) => path.lastIndexOf('/') === folder.length && path.startsWith(folder));
    if (inside.length === 0) return others(folder);
    const overlay = inside.find((file): file is ManifestFile => 'builds' in file && file.builds !== undefined);
    const objects =
      overlay?.builds?.map((object) => ({ object, file: overlay.path })) ??
      inside.flatMap((file) =>
        'manifests' in file ? file.manifests.map((one) => ({ object: one as Manifest, file: file.path })) : [],
      );
    return { objects, problems: [] };
  };
}

/** Of the folders of a hub, the objects that lead to these units. */
function leadingOnly(read: FolderReader, units: readonly Delivered[]): FolderReader {
  const leading = new Set<object>();
  for (const { object, template } of units.flatMap(pathTo)) leading.add(template?.object ?? object);
  const folders = new Map<string, ReadFolder>();
  return (folder) => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const { objects, problems } = read(folder);
    const found = { objects: objects.filter(({ object }) => leading.has(object)), problems };
    folders.set(folder, found);
    return found;
  };
}

/** The line behind a path of an object of a draft, or behind the draft. */
function locateIn(draft: OwnerDraft, object: Manifest, path: Parameters<DeliveredUnits['locate']>[1]) {
  for (const file of draft.files) {
    const index = 'manifests' in file ? file.manifests.indexOf(object) : -1;
    if ('manifests' in file && index >= 0) return draft.locate(causeOf(path, file.traces?.(index) ?? []) ?? []);
  }
  return draft.locate([]);
}
