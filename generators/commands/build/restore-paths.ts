import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitError } from '../../emit/emit-checks.ts';
import { isOutPath } from '../../emit/tree/out-path.ts';

export interface RestorePaths {
  /** Relative to the root. */
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** What `--restore` names: a path as messages print it, or one that leads there from the folder `from`. */
export function restorePaths(root: string, from: string, names: readonly string[]): RestorePaths {
  const paths: string[] = [];
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const isPrinted = /^out(?:[/\\]|$)/.test(name);
    const path = relative(root, resolve(isPrinted ? root : from, name)).replaceAll('\\', '/');
    if (path === 'out' || isOutPath(path)) paths.push(path);
    else {
      const message = `"${name}" does not lie in out/, so it was not generated and cannot be restored.`;
      problems.push(emitError('out/not-in-out', { message, help: 'Use Git to restore what a person wrote.' }));
    }
  }
  return { paths, problems };
}
