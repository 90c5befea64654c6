import type { Fleet } from '../model/fleet.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import type { Layer } from '../resolve/layer.ts';
import { resolveFile } from '../resolve/resolve-file.ts';
import { spokeResolver } from '../resolve/resolve-spoke.ts';

export const subjectKinds = ['config', 'hub', 'account', 'network', 'team', 'spoke'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

type Data = Readonly<Record<string, unknown>>;

/** A thing of the fleet whose fields come from lines of the configuration. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  /** The file that describes it. */
  readonly file: ParsedFile;
  /** Its fields, with layers merged and defaults written out. */
  readonly value: Data;
  /** What was merged, lowest first. */
  readonly layers: readonly Layer[];
}

export interface Subjects {
  get(kind: SubjectKind, name: string): Subject | undefined;
  /** Those for which a file is a layer, or their own file, in the order of their kinds and names. */
  using(file: ParsedFile): Iterable<Subject>;
}

export const fleetCollections = {
  hub: 'hubs',
  account: 'accounts',
  network: 'networks',
  team: 'teams',
  spoke: 'spokes',
} as const;

/** Whose fields are what, in a fleet that was compiled from `parsed`. */
export function subjectsOf(parsed: ParsedConfig, fleet: Fleet): Subjects {
  const layersOf = layerFinder(parsed);
  const get = (kind: SubjectKind, name: string): Subject | undefined => {
    const file = parsed[kind].get(name);
    const value = kind === 'config' ? fleet.config : fieldsOf(kind, fleet[fleetCollections[kind]].get(name));
    return file && value && { kind, name, file, value: value as Data, layers: layersOf(kind, file) };
  };
  return {
    get,
    *using(file) {
      for (const kind of subjectKinds) {
        for (const name of parsed[kind].keys()) {
          const subject = get(kind, name);
          if (subject?.layers.some((layer) => layer.file === file)) yield subject;
        }
      }
    },
  };
}

function layerFinder(parsed: ParsedConfig): (kind: SubjectKind, file: ParsedFile) => readonly Layer[] {
  const config = parsed.config.get('config');
  const resolveSpoke = spokeResolver(parsed);
  return (kind, file) => {
    if (kind === 'spoke') return resolveSpoke(file).resolved?.layers ?? [];
    return resolveFile(file, config).layers;
  };
}

function fieldsOf(kind: SubjectKind, thing: object | undefined): Data | undefined {
  if (thing === undefined) return undefined;
  const { name: _name, file: _file, locate: _locate, version: _version, ...fields } = thing as Data;
  if (kind !== 'spoke') return fields;
  // Its account says it.
  const { cloud: _cloud, ...own } = fields;
  return own;
}
