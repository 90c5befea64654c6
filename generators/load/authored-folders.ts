import type { AuthoredFile, AuthoredFolder, ManifestFolder } from '../model/fleet.ts';
import type { Source } from '../source/source.ts';
import type { Hash } from '../util/hash.ts';
import { once } from '../util/once.ts';
import type { Table } from '../util/table.ts';
import { documentsIn } from '../yaml/kubernetes/documents-in.ts';
import { manifestFolder } from './manifest-folder.ts';

export interface AuthoredFolders {
  readonly bases: readonly AuthoredFolder[];
  readonly components: readonly AuthoredFolder[];
  readonly graphs: readonly AuthoredFile[];
  readonly manifests: readonly ManifestFolder[];
}

/** What was made earlier of the same texts: graphs by their paths, manifests by the names of their folders. */
export interface KnownFolders {
  readonly authored: Table<AuthoredFile>;
  readonly manifests: Table<ManifestFolder>;
}

interface Folder {
  readonly kind: string;
  readonly name: string;
  readonly files: Map<string, string>;
  /** Of its own files: each path with the hash of the text. */
  readonly parts: string[];
}

const folder = /^(?:spokes\/(?<kind>bases|components)|hub\/(?<ofHub>manifests))\/(?<name>[^/]+)\/(?<inside>.+)$/;
const graph = /^hub\/graphs\/(?<name>[^/]+)\.yaml$/;
const kustomization = /(?:^|\/)kustomization(?:\.ya?ml)?$/i;

/** The name of a graph that a hub may list. */
export const ownGraphName = (path: string): string | undefined => graph.exec(path)?.groups?.['name'];

/** The bases and components that files below `spokes/` make up, and the graphs and manifests below `hub/`. */
export function authoredFolders(
  files: ReadonlyMap<string, Source>,
  hash: Hash,
  earlier: KnownFolders,
): AuthoredFolders {
  const folders = new Map<string, Folder>();
  const graphs: AuthoredFile[] = [];
  for (const [path, source] of files) {
    const version = source.hash ?? hash(source.text);
    const own = ownGraphName(path);
    if (own !== undefined) graphs.push(earlier.authored.keep(path, version, () => authoredGraph(own, source, version)));
    const { kind, ofHub, name = '', inside = '' } = folder.exec(path)?.groups ?? {};
    const of = kind ?? ofHub;
    if (of === undefined) continue;
    const known: Folder = folders.get(`${of}/${name}`) ?? { kind: of, name, files: new Map(), parts: [] };
    folders.set(`${of}/${name}`, known);
    known.files.set(inside, source.text);
    known.parts.push(`${path} ${version}`);
  }
  const all = [...folders.values()];
  const used = usedFolders(all);
  const list = (of: string) =>
    all
      .filter(({ kind }) => kind === of)
      .map((one): AuthoredFolder => {
        const parts = [...used(one)].flatMap((each) => each.parts);
        return { name: one.name, files: one.files, version: hash(parts.toSorted().join('\n')) };
      });
  const manifests = list('manifests').map((one) =>
    earlier.manifests.keep(one.name, one.version, () => manifestFolder(one)),
  );
  return { bases: list('bases'), components: list('components'), graphs, manifests };
}

const authoredGraph = (name: string, source: Source, version: string): AuthoredFile => ({
  name,
  source,
  objects: once(() => documentsIn(source)),
  version,
});

/**
 * Folders that kustomize may come to from a folder, and itself: those that its kustomizations name, and so on. Some that are
 * named are not meant; but a folder that is meant is named, letter by letter unless there is an escape.
 */
function usedFolders(all: readonly Folder[]): (of: Folder) => Iterable<Folder> {
  const byName = new Map<string, Folder[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const named = ({ files }: Folder): readonly Folder[] => {
    const texts = [...files].filter(([path]) => kustomization.test(path)).map(([, text]) => text);
    if (texts.some((text) => text.includes('\\'))) return all;
    const words = new Set(texts.flatMap((text) => text.match(/[a-z0-9-]+/g) ?? []));
    return [...words].flatMap((word) => byName.get(word) ?? []);
  };
  const next = new Map(all.map((one) => [one, named(one)]));
  return (of) => {
    const found = new Set([of]);
    for (const one of found) for (const other of next.get(one) ?? []) found.add(other);
    return found;
  };
}
