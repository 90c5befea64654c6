import type { Path } from '../source/path.ts';
import type { FileKind } from './file-kinds.ts';

/** A field that stands deeper in the same map since a format: `field` in `section`, under another name perhaps. */
export interface MovedField {
  /** The map in which both places are. */
  readonly within: Path;
  readonly from: string;
  readonly to: readonly [section: string, field: string];
}

/** What changes where files of the format before it become files of this one. */
export interface Migration {
  readonly format: number;
  readonly moved: Readonly<Partial<Record<FileKind, readonly MovedField[]>>>;
}

const ofCluster = (within: Path): readonly MovedField[] => [
  { within, from: 'eksAddons', to: ['eks', 'addons'] },
  { within, from: 'supportType', to: ['eks', 'supportType'] },
  { within, from: 'logging', to: ['eks', 'logging'] },
];
const ofVersions: MovedField = { within: ['versions'], from: 'eksAddons', to: ['eks', 'addons'] };
const ofLayer = [...ofCluster([]), ofVersions];

/** Oldest first. A file that says no format has that before the first. */
const migrations: readonly Migration[] = [
  {
    // What only one cloud has stands under its service's name.
    format: 1,
    moved: {
      config: [...ofCluster(['defaults']), ofVersions],
      environment: ofLayer,
      region: ofLayer,
      component: ofLayer,
      spoke: ofLayer,
    },
  },
];

/** The format of files that this compiler reads: `format` in `config.yaml`. */
export const FORMAT = Math.max(...migrations.map(({ format }) => format));

/** Where fields of a kind of file stood in earlier formats, the oldest moves first. */
export function movedFields(kind: FileKind): readonly MovedField[] {
  return migrations.flatMap(({ moved }) => moved[kind] ?? []);
}
