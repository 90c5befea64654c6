import { parseAllDocuments } from 'yaml';
import { buildKustomization } from '../../kube/kustomization.ts';
import type { Manifest } from '../../model/manifest.ts';

/** Text by path, from the root of the repository. */
export type OutFiles = ReadonlyMap<string, string>;

export function objectsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const object = document.toJS() as Manifest | null;
    return object === null ? [] : [object];
  });
}

/** Folders with a kustomization that stands alone; components only change those that list them. */
export function kustomizedFolders(files: OutFiles): readonly string[] {
  return [...files]
    .filter(([path, text]) => path.endsWith('/kustomization.yaml') && objectsIn(text)[0]?.kind === 'Kustomization')
    .map(([path]) => path.slice(0, path.lastIndexOf('/')));
}

/** What an Application with this path syncs: what kustomize makes of it, or the files right in the folder. */
export function syncedObjects(files: OutFiles, folder: string): readonly Manifest[] {
  if (files.has(`${folder}/kustomization.yaml`)) {
    const { objects, problems } = buildKustomization((path) => files.get(path), folder);
    if (problems.length > 0) throw new Error(`${folder}: ${problems.map(({ message }) => message).join('\n')}`);
    return objects;
  }
  const own = [...files].filter(([path]) => path.startsWith(`${folder}/`) && !path.includes('/', folder.length + 1));
  return own.filter(([path]) => /\.(ya?ml|json)$/.test(path)).flatMap(([, text]) => objectsIn(text));
}
