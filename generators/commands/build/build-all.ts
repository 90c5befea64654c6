import type { Compilation } from '../../compile.ts';
import { listRepository } from '../../disk/list-repository.ts';
import { readListed } from '../../disk/read-repository.ts';
import { compareOutput } from '../../emit/compare-output.ts';
import { compareBuild } from '../../emit/records/compare-build.ts';
import type { Kept } from '../../emit/state/build-state.ts';
import { writeChanges } from '../../emit/write-changes.ts';
import { explainEdits } from '../../explain/explain-edits.ts';
import { compileFiles } from '../compile-root.ts';
import type { Build, BuildPlace } from './built.ts';
import { type Inputs, rememberBuild } from './remember-build.ts';

/** Compiles everything and writes what changed. With an error nothing is written. */
export async function buildAll(place: BuildPlace, restore: readonly string[]): Promise<Build> {
  const { root } = place;
  const listing = listRepository(root);
  const read = readListed(root, listing);
  const compilation = await compileFiles(read);
  return await writeBuild(place, compilation, { listing, files: read.files }, { restore });
}

interface WriteOptions {
  readonly restore?: readonly string[];
  readonly kept?: Kept;
}

/** Writes what was compiled, and remembers it for the next build. */
export async function writeBuild(
  place: BuildPlace,
  compilation: Compilation,
  inputs: Inputs,
  options: WriteOptions,
): Promise<Build> {
  const { disk, root } = place;
  const { diagnostics, outputs, fleet, teams = new Map(), patchHits = new Map() } = compilation;
  const spokes = fleet?.spokes.size ?? 0;
  if (outputs === undefined) return { diagnostics, spokes, changes: [] };
  const comparison = await explainEdits(compareOutput(disk, root, outputs, options), compilation);
  const compared = compareBuild(disk, root, comparison, options.kept);
  const all = [...diagnostics, ...comparison.problems, ...compared.problems];
  if (all.some(({ severity }) => severity === 'error')) return { diagnostics: all, spokes, changes: [] };
  const written = writeChanges(disk, root, comparison);
  if ('problem' in written) return { diagnostics: [...all, written.problem], spokes, changes: [] };
  if (fleet !== undefined) {
    const { kept } = options;
    rememberBuild(place, { fleet, teams, patchHits, inputs, tree: written, kept, head: compared.head, warnings: all });
  }
  return {
    diagnostics: all,
    spokes,
    changes: comparison.changes,
  };
}
