import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import type { OwnerOutput } from '../model/output.ts';
import type { Kept } from './state/build-state.ts';
import { assertNoClash, treeBesideKept } from './state/kept-tree.ts';
import { compareTree, type TreeComparison, type TreeOptions } from './tree/compare-tree.ts';
import { compiledTree } from './tree/compiled-tree.ts';
import { readTree } from './tree/read-tree.ts';
import { verifyTree } from './tree/verify-tree.ts';

export interface OutputOptions extends TreeOptions {
  /**
   * Owners that were not compiled because nothing of theirs changed, and that nobody touched (`isOutUntouched`). Then
   * `outputs` is all the others, and no byte of out/ is read but their records. Only for `build`.
   */
  readonly kept?: Kept;
}

/** What must happen for out/ to be what the outputs say: compared with every byte of it, unless owners are kept. */
export function compareOutput(
  disk: Disk,
  root: string,
  outputs: readonly OwnerOutput[],
  options: OutputOptions = {},
): TreeComparison {
  const compiled = compiledTree(outputs, sha256);
  const { kept, ...treeOptions } = options;
  if (kept === undefined) return compareTree(compiled, readTree(disk, root), treeOptions);
  assertNoClash(compiled, kept);
  return compareTree(compiled, treeBesideKept(disk, root, kept), treeOptions);
}

/** Whether somebody touched out/, from its records alone. */
export function verifyOutput(disk: Disk, root: string): readonly Diagnostic[] {
  return verifyTree(readTree(disk, root));
}
