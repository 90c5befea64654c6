import type { StateData } from '../../disk/state-file.ts';
import type { TeamObjects } from '../../owners/shared-manifests.ts';

/** No input file has such a path. */
const key = 'objects of teams';

/** The objects of all teams: what makes them takes longer to load than all else that a single spoke needs. */
export function encodeTeams(teams: TeamObjects): readonly [string, Uint8Array] {
  return [key, Buffer.from(JSON.stringify([...teams]))];
}

export function knownTeams({ payloads }: StateData): TeamObjects | undefined {
  const bytes = payloads.get(key);
  return bytes && new Map(JSON.parse(Buffer.from(bytes).toString()));
}
