import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Listing } from '../../disk/list-repository.ts';
import { sha256 } from '../../disk/sha256.ts';
import { type InputFile, type Kept, saveState } from '../../emit/state/build-state.ts';
import type { WrittenTree } from '../../emit/write-changes.ts';
import type { RepositoryFiles } from '../../load/repository-files.ts';
import type { Fleet } from '../../model/fleet.ts';
import type { PatchHits } from '../../owners/patches/layer-patches.ts';
import type { TeamObjects } from '../../owners/shared-manifests.ts';
import type { BuildPlace } from './built.ts';
import { compilerHash } from './compiler-hash.ts';
import { encodePatchHits } from './known-patches.ts';
import { encodeSpoke } from './known-spokes.ts';
import { encodeTeams } from './known-teams.ts';

/** What a build read: every file that there is, and the text of those that it opened. */
export interface Inputs {
  readonly listing: Listing;
  readonly files: RepositoryFiles;
  /** Hashes of files that are as they were in an earlier build, by path. */
  readonly same?: ReadonlyMap<string, string>;
}

interface Memory {
  readonly fleet: Fleet;
  readonly teams: TeamObjects;
  readonly patchHits: PatchHits;
  readonly inputs: Inputs;
  readonly tree: WrittenTree;
  readonly kept: Kept | undefined;
  readonly head: string | undefined;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Keeps what the next build may rely on. A build with warnings is not remembered: they are to be shown each time, at
 * their places, which only a whole compilation knows.
 */
export function rememberBuild(
  { disk, root, since }: BuildPlace,
  { fleet, teams, patchHits, inputs, tree, kept, head, warnings }: Memory,
): void {
  if (warnings.length > 0) return;
  const { config, authored, others } = inputs.files;
  const files = inputs.listing.files.map((file): InputFile => {
    const source = config.get(file.path) ?? authored.get(file.path) ?? others.get(file.path);
    return { ...file, hash: inputs.same?.get(file.path) ?? sha256(source?.text ?? '') };
  });
  const payloads = new Map<string, Uint8Array>([encodeTeams(teams), encodePatchHits(patchHits)]);
  for (const spoke of fleet.spokes.values()) {
    const known = inputs.files.config.has(spoke.file) ? undefined : kept?.state.payloads.get(spoke.file);
    payloads.set(spoke.file, known ?? encodeSpoke(spoke));
  }
  saveState(disk, root, {
    since,
    compiler: compilerHash,
    inputs: files,
    tree,
    ...(kept && { kept }),
    head,
    payloads,
    meta: { spokes: String(fleet.spokes.size) },
  });
}
