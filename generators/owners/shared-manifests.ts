import type { Fleet, Team } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile } from '../model/output.ts';
import { fleetOverlays, type Overlays } from './applications/application-files.ts';

export type TeamObjects = ReadonlyMap<string, readonly Manifest[]>;

/** What spokes share: made, printed and checked once. */
export interface SharedManifests {
  readonly teams: TeamObjects;
  /** A team's objects, the same on each of its spokes. */
  readonly team: (team: Team) => ManifestFile['manifests'];
  /** The same list for equal manifests. */
  readonly equal: (manifests: readonly Manifest[]) => readonly Manifest[];
  readonly overlays: Overlays;
}

export async function sharedManifests(fleet: Fleet, knownTeams?: TeamObjects): Promise<SharedManifests> {
  const teams = knownTeams ?? (await objectsOfTeams(fleet));
  const known = new Map<string, readonly Manifest[]>();
  return {
    teams,
    team: (team) => teams.get(team.name) ?? [],
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
  return new Map([...fleet.teams].map(([name, team]) => [name, teamObjects(team)]));
}
