import { readListed } from '../../disk/read-repository.ts';
import { recordOwner } from '../../emit/records/record.ts';
import { compileFiles } from '../compile-root.ts';
import { writeBuild } from './build-all.ts';
import type { Build } from './built.ts';
import { knownPatchHits } from './known-patches.ts';
import { decodeSpoke } from './known-spokes.ts';
import { knownTeams } from './known-teams.ts';
import { isSpoke, type Memory } from './memory.ts';

/** Compiles the changed spokes and the hubs, which may need another controller, beside all else as it was. */
export async function buildSpokes(
  { place, state, listing, same }: Memory,
  changed: ReadonlySet<string>,
): Promise<Build | undefined> {
  const isKnown = (path: string) => isSpoke(path) && !changed.has(path);
  const known = listing.files.flatMap(({ path }) => {
    const payload = isKnown(path) ? state.payloads.get(path) : undefined;
    return payload === undefined ? [] : [decodeSpoke(payload)];
  });
  if (known.length !== listing.files.filter(({ path }) => isKnown(path)).length) return undefined;
  const read = readListed(place.root, { ...listing, files: listing.files.filter(({ path }) => !isKnown(path)) });
  const teams = knownTeams(state);
  const names = new Set(known.map(({ name }) => name));
  const patchHits = knownPatchHits(state, names);
  if (teams === undefined || patchHits === undefined) return undefined;
  const compilation = await compileFiles(read, { known, teams, patchHits });
  if (compilation.diagnostics.length > 0) return undefined;
  const isKept = (record: string): boolean => {
    const owner = recordOwner(record);
    if (owner === undefined || owner.kind === 'hub') return false;
    return owner.kind !== 'spoke' || names.has(owner.name);
  };
  const built = await writeBuild(place, compilation, { listing, files: read.files, same }, { kept: { state, isKept } });
  return built.diagnostics.length > 0 ? undefined : built;
}
