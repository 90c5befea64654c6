import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Fleet, Team } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile } from '../model/output.ts';
import { fleetOverlays, type Overlays } from './applications/application-files.ts';
import { enginesOf } from './engine.ts';

/** By engine and team. */
export type TeamObjects = ReadonlyMap<string, readonly Manifest[]>;

/** What spokes share: made, printed and checked once. */
export interface SharedManifests {
  readonly teams: TeamObjects;
  /** A team's objects, the same on each of its spokes that an engine delivers. */
  readonly team: (team: Team, engine: DeliveryEngine) => ManifestFile['manifests'];
  /** The same list for equal manifests. */
  readonly equal: (manifests: readonly Manifest[]) => readonly Manifest[];
  readonly overlays: Overlays;
}

export async function sharedManifests(fleet: Fleet, knownTeams?: TeamObjects): Promise<SharedManifests> {
  const teams = knownTeams ?? (await objectsOfTeams(fleet));
  const known = new Map<string, readonly Manifest[]>();
  return {
    teams,
    team: (team, engine) => teams.get(keyOf(team, engine)) ?? [],
    equal: (manifests) => {
      const key = JSON.stringify(manifests);
      const first = known.get(key);
      if (first === undefined) known.set(key, manifests);
      return first ?? manifests;
    },
    overlays: fleetOverlays(fleet),
  };
}

/** What builds them takes time to load, which a fleet without teams need not spend. */
async function objectsOfTeams(fleet: Fleet): Promise<TeamObjects> {
  if (fleet.teams.size === 0) return new Map();
  const { teamObjects } = await import('./teams/team-objects.ts');
  const teams = [...fleet.teams.values()];
  return new Map(
    enginesOf(fleet).flatMap((engine) => teams.map((team) => [keyOf(team, engine), teamObjects(team, engine.marks)])),
  );
}

const keyOf = (team: Team, engine: DeliveryEngine): string => `${engine.name}/${team.name}`;
