/** What must hold for the whole that layers merge to; `layer` is what environments, regions and components say. */
export type CompleteKind = 'config' | 'hub' | 'account' | 'layer' | 'network' | 'team' | 'spoke';

export interface FileKindFacts {
  /** Below `config/`; undefined of `config/config.yaml` itself. */
  readonly folder: string | undefined;
  /** Whether folders in it, for people only, may hold files, too. */
  readonly nests: boolean;
  /** What its file is, as the title of its schema. */
  readonly title: string;
  readonly complete: CompleteKind;
  /** Of the stem of its file. */
  readonly name: { readonly pattern: RegExp; readonly rule: string };
}

/** A name in the fleet. What is derived from it has limits of its own, at which it is cut (`cut-name.ts`). */
export const namePattern = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;
export const nameRule = '1 to 40 lower-case letters, digits and dashes, the first and the last no dash';
const name = { pattern: namePattern, rule: nameRule };
const plain = { nests: false, name };

/** Every kind of file that people write below `config/`, in the order in which they are told. */
const table = {
  config: {
    ...plain,
    folder: undefined,
    title: 'The fleet: config/config.yaml',
    complete: 'config',
    name: { pattern: /^config$/, rule: '"config"' },
  },
  hub: { ...plain, folder: 'hubs', title: 'A hub: config/hubs/<hub>.yaml', complete: 'hub' },
  account: {
    ...plain,
    folder: 'accounts',
    title: 'A cloud account: config/accounts/<name>.yaml',
    complete: 'account',
  },
  environment: {
    ...plain,
    folder: 'environments',
    title: 'An environment, a layer of its spokes: config/environments/<name>.yaml',
    complete: 'layer',
  },
  region: {
    ...plain,
    folder: 'regions',
    title: 'A region, a layer of its spokes: config/regions/<region>.yaml',
    complete: 'layer',
    name: { pattern: /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, rule: 'that of a region, such as us-west-2' },
  },
  component: {
    ...plain,
    folder: 'components',
    title: 'A component, a layer of the spokes that list it: config/components/<name>.yaml',
    complete: 'layer',
  },
  network: {
    ...plain,
    folder: 'networks',
    title: 'A VPC with a life of its own: config/networks/<name>.yaml',
    complete: 'network',
  },
  team: { ...plain, folder: 'teams', title: 'A team: config/teams/<name>.yaml', complete: 'team' },
  spoke: {
    folder: 'spokes',
    nests: true,
    title: 'A cluster: config/spokes/<name>.yaml',
    complete: 'spoke',
    name,
  },
} as const satisfies Readonly<Record<string, FileKindFacts>>;

export type FileKind = keyof typeof table;

/** Of a kind of file. */
export const fileKindFacts: Readonly<Record<FileKind, FileKindFacts>> = table;

export const fileKinds = Object.keys(table) as readonly FileKind[];

/** The kind of the files in a folder of `config/`. */
export function kindOfFolder(folder: string): FileKind | undefined {
  return fileKinds.find((kind) => table[kind].folder === folder);
}

/** One value for each kind. */
export function forEachKind<T>(make: (kind: FileKind) => T): Readonly<Record<FileKind, T>> {
  return Object.fromEntries(fileKinds.map((kind) => [kind, make(kind)])) as Record<FileKind, T>;
}
