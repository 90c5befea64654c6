import { type FileKind, fileKindFacts, kindOfFolder } from '../model/file-kinds.ts';
import type { Source } from '../source/source.ts';
import type { Hash } from '../util/hash.ts';

/** What a person wrote, as text, by path relative to the root; each map in the code point order of its paths. */
export interface RepositoryFiles {
  /** `config/**` */
  readonly config: ReadonlyMap<string, Source>;
  /** `hub/graphs/**`, `hub/manifests/**`, `spokes/bases/**` and `spokes/components/**` */
  readonly authored: ReadonlyMap<string, Source>;
  /** Templates of spokes, `spokes/*-template/**`, and YAML of the rest of `hub/**` and `spokes/**`: graphs, their instances. */
  readonly others: ReadonlyMap<string, Source>;
  /** What earlier builds wrote, such as `hubs/west`: it exists, so it is not to be changed as what is new may be. */
  readonly recorded?: ReadonlySet<string>;
}

/** A file of a folder directly below `spokes` that new spokes start from. */
export const inTemplate: RegExp = /^spokes\/(?<name>[^/]+-template)\/(?<path>.+)$/;

/** Which of these maps a file belongs to, by its path; undefined where no file is read. */
export function placeOf(path: string): Exclude<keyof RepositoryFiles, 'recorded'> | undefined {
  if (path.startsWith('config/')) return 'config';
  if (/^(hub\/(graphs|manifests)|spokes\/(bases|components))\//.test(path)) return 'authored';
  if (inTemplate.test(path)) return 'others';
  return /^(hub|spokes)\/.*\.(ya?ml|json)$/is.test(path) ? 'others' : undefined;
}

/** The same, with the hash of every text. */
export function withHashes({ config, authored, others, ...rest }: RepositoryFiles, hash: Hash): RepositoryFiles {
  const hashed = (sources: ReadonlyMap<string, Source>) =>
    new Map(
      [...sources].map(([path, source]) => [
        path,
        source.hash === undefined ? { ...source, hash: hash(source.text) } : source,
      ]),
    );
  return { ...rest, config: hashed(config), authored: hashed(authored), others: hashed(others) };
}

export interface ConfigFile {
  readonly kind: FileKind;
  /** The file's stem; `config` for `config/config.yaml`. */
  readonly name: string;
}

/** What a file of `config/` is, by its path; undefined where no file belongs. */
export function configFileAt(path: string): ConfigFile | undefined {
  if (path === 'config/config.yaml') return { kind: 'config', name: 'config' };
  const match = /^config\/([^/]+)\/(.+\/)?([^/]+)\.yaml$/.exec(path);
  if (match === null) return undefined;
  const [, folder = '', between, name = ''] = match;
  const kind = kindOfFolder(folder);
  if (kind === undefined || (between !== undefined && !fileKindFacts[kind].nests)) return undefined;
  return { kind, name };
}
