import type { AuthoredFolder } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Origin } from '../../source/origin.ts';
import { type Path, valueAt } from '../../source/path.ts';
import { locateInYaml } from '../../yaml/kubernetes/locate.ts';
import { readYaml } from '../../yaml/kubernetes/read-yaml.ts';
import { splitDocuments } from '../../yaml/kubernetes/split-documents.ts';

/** A folder of `spokes/`, with the path of it. */
export interface PlacedFolder {
  readonly path: string;
  readonly folder: AuthoredFolder;
}

/** The line of a base or component that says a field of an object that kustomize makes of them; none where none of them does. */
export function authoredOrigin(
  folders: readonly PlacedFolder[],
  { kind, metadata }: Manifest,
  path: Path,
): Origin | undefined {
  for (const { path: at, folder } of folders) {
    for (const [file, text] of folder.files) {
      if (!/\.ya?ml$/.test(file) || !text.includes(kind)) continue;
      for (const source of splitDocuments({ path: `${at}/${file}`, text })) {
        const { value, document } = readYaml(source);
        const isIt = valueAt(value, ['kind']) === kind && valueAt(value, ['metadata', 'name']) === metadata.name;
        // What is missing is told at what should have it.
        if (!isIt || (valueAt(value, path) ?? valueAt(value, path.slice(0, -1))) === undefined) continue;
        const composed = document();
        if (composed !== undefined) return locateInYaml(source, composed)({ path, at: 'key' });
      }
    }
  }
  return undefined;
}
