import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { realDisk } from '../disk/real-disk.ts';
import { planOutput } from '../emit/sync-output.ts';
import type { Plan, PlanOptions } from '../emit/tree/changes.ts';
import { checkTree } from '../emit/tree/check-tree.ts';
import { applyPlan } from '../emit/write.ts';
import type { OwnerOutput } from '../model/output.ts';
import { temporaryRoot } from './output-folder.ts';

/** Writes what the outputs say, unless a problem forbids it. Throws where the file system refuses. */
export function buildOutput(root: string, outputs: readonly OwnerOutput[], options: PlanOptions = {}): Plan {
  const plan = planOutput(realDisk(), root, outputs, options);
  if (plan.problems.length > 0) return plan;
  const written = applyPlan(realDisk(), root, plan);
  if ('problem' in written) throw new Error(written.problem.message);
  return plan;
}

/** A folder that is removed when the test ends, with the outputs written into it. */
export function builtRoot(outputs: readonly OwnerOutput[]): string {
  const root = temporaryRoot(onTestFinished);
  buildOutput(root, outputs);
  return root;
}

/** What `check` says of out/, as `code: message`. */
export function checkOutput(root: string, outputs: readonly OwnerOutput[]): string[] {
  return messagesOf(checkTree(planOutput(realDisk(), root, outputs)));
}

export function messagesOf(problems: readonly Diagnostic[]): string[] {
  return problems.map(({ code, message }) => `${code}: ${message}`);
}

/** As `update out/a`. */
export function changesOf({ changes }: Plan): string[] {
  return changes.map(({ kind, path }) => `${kind} ${path}`);
}
