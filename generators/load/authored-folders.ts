import type { AuthoredFile, AuthoredFolder } from '../model/fleet.ts';
import type { Source } from '../source/source.ts';

export interface AuthoredFolders {
  readonly bases: readonly AuthoredFolder[];
  readonly components: readonly AuthoredFolder[];
  readonly graphs: readonly AuthoredFile[];
  readonly manifests: readonly AuthoredFolder[];
}

const folder = /^(?:spokes\/(?<kind>bases|components)|hub\/(?<ofHub>manifests))\/(?<name>[^/]+)\/(?<inside>.+)$/;
const graph = /^hub\/graphs\/(?<name>[^/]+)\.yaml$/;

/** The name of a graph that a hub may list. */
export const ownGraphName = (path: string): string | undefined => graph.exec(path)?.groups?.['name'];

/** The bases and components that files below `spokes/` make up, and the graphs and manifests below `hub/`. */
export function authoredFolders(files: ReadonlyMap<string, Source>): AuthoredFolders {
  const folders = new Map<string, Map<string, Map<string, string>>>();
  const graphs: AuthoredFile[] = [];
  for (const [path, source] of files) {
    const own = ownGraphName(path);
    if (own !== undefined) graphs.push({ name: own, source });
    const { kind, ofHub, name = '', inside = '' } = folder.exec(path)?.groups ?? {};
    const of = kind ?? ofHub;
    if (of === undefined) continue;
    const known = folders.get(of) ?? new Map<string, Map<string, string>>();
    const content = known.get(name) ?? new Map<string, string>();
    folders.set(of, known.set(name, content.set(inside, source.text)));
  }
  const list = (of: string) => [...(folders.get(of) ?? [])].map(([name, content]) => ({ name, files: content }));
  return { bases: list('bases'), components: list('components'), graphs, manifests: list('manifests') };
}
