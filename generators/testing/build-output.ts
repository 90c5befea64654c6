import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { realDisk } from '../disk/real-disk.ts';
import { compareOutput } from '../emit/compare-output.ts';
import { checkTree } from '../emit/tree/check-tree.ts';
import type { TreeComparison, TreeOptions } from '../emit/tree/compare-tree.ts';
import { writeChanges } from '../emit/write-changes.ts';
import type { OwnerOutput } from '../model/output.ts';
import { temporaryRoot } from './output-folder.ts';

/** Writes what the outputs say, unless a problem forbids it. Throws where the file system refuses. */
export function buildOutput(root: string, outputs: readonly OwnerOutput[], options: TreeOptions = {}): TreeComparison {
  const comparison = compareOutput(realDisk(), root, outputs, options);
  if (comparison.problems.length > 0) return comparison;
  const written = writeChanges(realDisk(), root, comparison);
  if ('problem' in written) throw new Error(written.problem.message);
  return comparison;
}

/** A folder that is removed when the test ends, with the outputs written into it. */
export function builtRoot(outputs: readonly OwnerOutput[]): string {
  const root = temporaryRoot(onTestFinished);
  buildOutput(root, outputs);
  return root;
}

/** What `check` says of out/, as `code: message`. */
export function checkOutput(root: string, outputs: readonly OwnerOutput[]): string[] {
  return messagesOf(checkTree(compareOutput(realDisk(), root, outputs)));
}

export function messagesOf(problems: readonly Diagnostic[]): string[] {
  return problems.map(({ code, message }) => `${code}: ${message}`);
}

/** As `update out/a`. */
export function changesOf({ changes }: TreeComparison): string[] {
  return changes.map(({ kind, path }) => `${kind} ${path}`);
}
