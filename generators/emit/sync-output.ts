import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import type { OwnerOutput } from '../model/output.ts';
import type { Kept } from './state/build-state.ts';
import { assertNoClash, treeBesideKept } from './state/kept-tree.ts';
import { type Plan, type PlanOptions, planTree } from './tree/changes.ts';
import { wantedOf } from './tree/compiled-files.ts';
import { readTree } from './tree/read-tree.ts';
import { verifyTree } from './tree/verify-tree.ts';

export interface OutputOptions extends PlanOptions {
  /**
   * Owners that were not compiled because nothing of theirs changed, and that nobody touched (`isOutUntouched`). Then
   * `outputs` is all the others, and no byte of out/ is read but their records. Only for `build`.
   */
  readonly kept?: Kept;
}

/** What must happen for out/ to be what the outputs say: compared with every byte of it, unless owners are kept. */
export function planOutput(
  disk: Disk,
  root: string,
  outputs: readonly OwnerOutput[],
  options: OutputOptions = {},
): Plan {
  const wanted = wantedOf(outputs, sha256);
  const { kept, ...planOptions } = options;
  if (kept === undefined) return planTree(wanted, readTree(disk, root), planOptions);
  assertNoClash(wanted, kept);
  return planTree(wanted, treeBesideKept(disk, root, kept), planOptions);
}

/** Whether somebody touched out/, from its records alone. */
export function verifyOutput(disk: Disk, root: string): readonly Diagnostic[] {
  return verifyTree(readTree(disk, root));
}
