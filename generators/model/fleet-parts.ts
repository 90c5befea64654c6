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

/** Something that a fleet is made of. */
export interface FleetPart {
  readonly kind: 'config' | keyof typeof collections;
  readonly name: string;
}

export const theConfig: FleetPart = { kind: 'config', name: 'config' };

/** Changes with whatever a part was made of. */
export function versionOf(fleet: Fleet, { kind, name }: FleetPart): string {
  return kind === 'config' ? fleet.version : (fleet[collections[kind]].get(name)?.version ?? '');
}

/** The fleet as if it had these parts alone, beside what its config says. */
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
  for (const { kind, name } of parts) {
    if (kind === 'config') continue;
    const collection = collections[kind];
    const thing = fleet[collection].get(name);
    if (thing !== undefined) only[collection].set(name, thing);
  }
  const written = new Map([...only.spokes.keys()].map((name) => [name, fleet.written.get(name) ?? {}]));
  return { ...fleet, ...(only as Pick<Fleet, Collection>), written, recorded: new Set() };
}
