import { parseBlobs, parseSizes } from './parse-git.ts';
import { runGit } from './run-git.ts';

/**
 * Contents of Git's objects, in their order: undefined for one of more bytes than `most`. Undefined as a whole where one
 * is missing, as in a partial clone.
 */
export function readBlobs(
  root: string,
  names: readonly string[],
  most: number,
): readonly (string | undefined)[] | undefined {
  if (names.length === 0) return [];
  const listed = runGit(root, ['cat-file', '--batch-check'], `${names.join('\n')}\n`);
  const sizes = listed.ok ? parseSizes(listed.output, names) : undefined;
  if (sizes === undefined) return undefined;
  const small = [...new Set(names.filter((_, index) => (sizes[index] ?? 0) <= most))];
  if (small.length === 0) return names.map(() => undefined);
  const { ok, output } = runGit(root, ['cat-file', '--batch'], `${small.join('\n')}\n`);
  const texts = ok ? parseBlobs(output, small) : undefined;
  if (texts === undefined) return undefined;
  const byName = new Map(small.map((name, index) => [name, texts[index]]));
  return names.map((name) => byName.get(name));
}
