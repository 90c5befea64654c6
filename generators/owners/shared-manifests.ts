import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Fleet, Team } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import { newTable, type Table } from '../util/table.ts';
import { fleetOverlays, type Overlays } from './applications/application-files.ts';
import { enginesOf } from './engine.ts';

/** The objects of each team, by engine and team. */
export type TeamObjects = Table<readonly Manifest[]>;

/** What spokes share: made, printed and checked once. */
export interface SharedManifests {
  /** A team's objects, the same on each of its spokes that an engine delivers. */
  readonly team: (team: Team, engine: DeliveryEngine) => readonly Manifest[];
  /** The same list for equal manifests. */
  readonly equal: (manifests: readonly Manifest[]) => readonly Manifest[];
  readonly overlays: Overlays;
}

export async function sharedManifests(fleet: Fleet, known: TeamObjects = newTable()): Promise<SharedManifests> {
  const teams = await objectsOfTeams(fleet, known);
  const lists = new Map<string, readonly Manifest[]>();
  return {
    team: (team, engine) => teams.get(keyOf(team, engine)) ?? [],
    equal: (manifests) => {
      const key = JSON.stringify(manifests);
      const first = lists.get(key);
      if (first === undefined) lists.set(key, manifests);
      return first ?? manifests;
    },
    overlays: fleetOverlays(fleet),
  };
}

/** What builds them takes time to load, which is spent only where some team is new. */
async function objectsOfTeams(fleet: Fleet, known: TeamObjects): Promise<ReadonlyMap<string, readonly Manifest[]>> {
  const objects = new Map<string, readonly Manifest[]>();
  for (const engine of enginesOf(fleet)) {
    for (const team of fleet.teams.values()) {
      const key = keyOf(team, engine);
      objects.set(key, known.get(key, team.version) ?? (await makeObjects(team, engine, known)));
    }
  }
  return objects;
}

async function makeObjects(team: Team, engine: DeliveryEngine, known: TeamObjects): Promise<readonly Manifest[]> {
  const { teamObjects } = await import('./teams/team-objects.ts');
  const made = teamObjects(team, engine.marks);
  known.set(keyOf(team, engine), team.version, made);
  return made;
}

const keyOf = (team: Team, engine: DeliveryEngine): string => `${engine.name}/${team.name}`;
