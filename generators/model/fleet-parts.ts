import type { FleetConfig } from './config/config.ts';
import type { Fleet } from './fleet.ts';

/** Where the fleet keeps the things of a kind. */
const collections = {
  hub: 'hubs',
  account: 'accounts',
  network: 'networks',
  team: 'teams',
  spoke: 'spokes',
  base: 'bases',
  component: 'components',
  graph: 'graphs',
  manifests: 'manifests',
} as const;

type Collection = (typeof collections)[keyof typeof collections];

/** Something that a fleet is made of; of `config/config.yaml`, a part of it. */
export type FleetPart = ConfigPart | NamedPart;

interface ConfigPart {
  readonly kind: 'config';
  readonly name: keyof FleetConfig;
}

export interface NamedPart {
  readonly kind: keyof typeof collections;
  readonly name: string;
}

export function configParts(...names: readonly (keyof FleetConfig)[]): readonly ConfigPart[] {
  return names.map((name) => ({ kind: 'config', name }));
}

/** Changes with what a part says. */
export function versionOf(fleet: Fleet, { kind, name }: FleetPart): string {
  return kind === 'config' ? fleet.configVersions[name] : (fleet[collections[kind]].get(name)?.version ?? '');
}

/** The fleet as if it had these parts alone. */
export function narrowed(fleet: Fleet, parts: readonly FleetPart[]): Fleet {
  const only: Readonly<Record<Collection, Map<string, unknown>>> = {
    hubs: new Map(),
    accounts: new Map(),
    networks: new Map(),
    teams: new Map(),
    spokes: new Map(),
    bases: new Map(),
    components: new Map(),
    graphs: new Map(),
    manifests: new Map(),
  };
  const ofConfig = new Set<string>();
  for (const { kind, name } of parts) {
    if (kind === 'config') {
      ofConfig.add(name);
      continue;
    }
    const collection = collections[kind];
    const thing = fleet[collection].get(name);
    if (thing !== undefined) only[collection].set(name, thing);
  }
  const written = new Map([...only.spokes.keys()].map((name) => [name, fleet.written.get(name) ?? {}]));
  return {
    ...fleet,
    ...(only as Pick<Fleet, Collection>),
    config: narrowedConfig(fleet.config, ofConfig),
    written,
    recorded: new Set(),
  };
}

/** Whoever asks for another part would not be made again when that changes. */
function narrowedConfig(config: FleetConfig, parts: ReadonlySet<string>): FleetConfig {
  const properties = Object.entries(config).map(([name, value]): [string, PropertyDescriptor] => {
    const get = (): unknown => {
      if (parts.has(name)) return value;
      throw new Error(`"${name}" of config.yaml is read by what does not name it among its inputs`);
    };
    return [name, { get, enumerable: true }];
  });
  return Object.defineProperties({}, Object.fromEntries(properties)) as FleetConfig;
}
