import { kustomizationNames, newKustomizer } from '../kube/kustomization.ts';
import type { Manifest } from '../model/manifest.ts';
import { isMap } from '../util/plain-map.ts';
import { documentsIn } from '../yaml/kubernetes/documents-in.ts';
import { printManifest } from '../yaml/print-yaml.ts';
import type { DeliveredObject, OutFiles } from './delivered.ts';

export interface ReadFolder {
  /** Without the order, which is the engine's. */
  readonly objects: readonly Omit<DeliveredObject, 'order'>[];
  readonly problems: readonly string[];
}

export type FolderReader = (folder: string) => ReadFolder;

/** Reads folders of `out/` as an engine does, each once: what kustomize builds there, or else the files that lie right in it. */
export function folderReader(files: OutFiles): FolderReader {
  const inFolder = pathsByFolder(files);
  const read = new Map<string, readonly Manifest[]>();
  const kustomizer = newKustomizer((path) => textOf(files.get(path)));

  function objectsIn(path: string): readonly Manifest[] {
    const known = read.get(path) ?? objectsOf(path, files.get(path) ?? '');
    read.set(path, known);
    return known;
  }

  function direct(folder: string): ReadFolder['objects'] {
    const own = (inFolder.get(folder) ?? []).filter((path) => /\.(ya?ml|json)$/.test(path));
    return own.flatMap((file) => objectsIn(file).map((object) => ({ object, file })));
  }

  function build(folder: string): ReadFolder {
    const kustomization = kustomizationNames.map((name) => `${folder}/${name}`).find((path) => files.has(path));
    if (kustomization === undefined) return { objects: direct(folder), problems: [] };
    const { objects, problems } = kustomizer.build(folder, 'out');
    const beside = new Map(direct(folder).map(({ object, file }) => [keyOf(object), file]));
    return {
      objects: objects.map((object) => ({ object, file: beside.get(keyOf(object)) ?? kustomization })),
      problems: problems.map(({ message }) => `${folder}: ${message}`),
    };
  }

  const built = new Map<string, ReadFolder>();
  return (folder) => {
    const known = built.get(folder) ?? build(folder);
    built.set(folder, known);
    return known;
  };
}

function pathsByFolder(files: OutFiles): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of files.keys()) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [path]);
    else known.push(path);
  }
  return folders;
}

function textOf(content: ReturnType<OutFiles['get']>): string | undefined {
  if (content === undefined || typeof content === 'string') return content;
  return content.map((manifest) => printManifest(manifest as Manifest)).join('---\n');
}

function objectsOf(path: string, content: NonNullable<ReturnType<OutFiles['get']>>): readonly Manifest[] {
  const found = typeof content === 'string' ? documentsIn({ path, text: content }).map(({ value }) => value) : content;
  return found.filter((value) => isMap(value) && isMap(value['metadata'])) as readonly Manifest[];
}

const keyOf = ({ apiVersion, kind, metadata }: Manifest): string =>
  [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');
