import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../model/manifest.ts';

/** Text by path, from the root of the repository. */
export type OutTexts = ReadonlyMap<string, string>;

export function objectsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const object = document.toJS() as Manifest | null;
    return object === null ? [] : [object];
  });
}

/** Folders with a kustomization that stands alone; components only change those that list them. */
export function kustomizedFolders(files: OutTexts): readonly string[] {
  return [...files]
    .filter(([path, text]) => path.endsWith('/kustomization.yaml') && objectsIn(text)[0]?.kind === 'Kustomization')
    .map(([path]) => path.slice(0, path.lastIndexOf('/')));
}
