import type { AuthoredFolder } from '../model/fleet.ts';
import type { Source } from '../source/source.ts';

export interface AuthoredFolders {
  readonly bases: readonly AuthoredFolder[];
  readonly components: readonly AuthoredFolder[];
}

/** The bases and components that files below `spokes/` make up. */
export function authoredFolders(files: ReadonlyMap<string, Source>): AuthoredFolders {
  const folders = { bases: new Map<string, Map<string, string>>(), components: new Map<string, Map<string, string>>() };
  for (const [path, { text }] of files) {
    const [, kind, name = '', ...rest] = path.split('/');
    if ((kind !== 'bases' && kind !== 'components') || rest.length === 0) continue;
    const content = folders[kind].get(name) ?? new Map<string, string>();
    folders[kind].set(name, content.set(rest.join('/'), text));
  }
  const list = (of: Map<string, Map<string, string>>) => [...of].map(([name, content]) => ({ name, files: content }));
  return { bases: list(folders.bases), components: list(folders.components) };
}
