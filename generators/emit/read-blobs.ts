import { parseBlobs } from './parse-git.ts';
import { runGit } from './run-git.ts';

/** Contents of Git's objects, in their order. Undefined where one is missing, as in a partial clone. */
export function readBlobs(root: string, names: readonly string[]): string[] | undefined {
  if (names.length === 0) return [];
  const { ok, output } = runGit(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  return ok ? parseBlobs(output, names) : undefined;
}
