import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareOutput } from '../../emit/compare-output.ts';
import { compareBuild } from '../../emit/records/compare-build.ts';
import { findHead } from '../../emit/records/read-base.ts';
import { canTrustMore, saveState } from '../../emit/state/build-state.ts';
import { writeChanges } from '../../emit/write-changes.ts';
import type { Build, BuildPlace } from './built.ts';
import { compilerHash } from './compiler-hash.ts';
import type { LastBuild } from './last-build.ts';
import { decodePlaced } from './placed-json.ts';
import { unreadSource } from './unread-source.ts';

/**
 * A build of the same files writes nothing, and says what the last one said; what was committed since is compared with
 * what that build wrote. Undefined where there is something to say of that.
 */
export function buildNothing(place: BuildPlace, { state, listing, same }: LastBuild): Build | undefined {
  const { disk, root, since } = place;
  const { payloads, meta } = state;
  const told = decodePlaced<readonly Diagnostic[]>(meta['told'] ?? '[]', (path) => unreadSource(root, path));
  const diagnostics = told ?? [];
  const done: Build = { diagnostics, spokes: Number(meta['spokes']), changes: [] };
  const head = findHead(disk, root);
  const isCompared = (head.tree ?? '') === state.head && head.problems.length === 0;
  if (isCompared && !canTrustMore(state, since)) return done;
  const kept = { state, isKept: () => true };
  const comparison = compareOutput(disk, root, [], { kept });
  const compared = compareBuild(disk, root, comparison, kept);
  if (compared.problems.length > 0) return undefined;
  const tree = writeChanges(disk, root, comparison);
  if ('problem' in tree) return undefined;
  const inputs = listing.files.map((file) => ({ ...file, hash: same.get(file.path) ?? '' }));
  saveState(disk, root, { since, compiler: compilerHash, inputs, tree, kept, head: compared.head, payloads, meta });
  return done;
}
