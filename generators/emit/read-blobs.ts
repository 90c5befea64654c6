import { runGit } from './run-git.ts';

/** Contents of Git's objects, in their order. Undefined where one is missing, as in a partial clone. */
export function readBlobs(root: string, names: readonly string[]): string[] | undefined {
  if (names.length === 0) return [];
  const { ok, output } = runGit(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  if (!ok) return undefined;
  const texts: string[] = [];
  let offset = 0;
  for (const name of names) {
    const end = output.indexOf(10, offset);
    const [found, kind, size] = output.toString('latin1', offset, end).split(' ');
    if (end === -1 || found !== name || kind !== 'blob') return undefined;
    offset = end + 1 + Number(size);
    texts.push(output.toString('utf8', end + 1, offset));
    offset += 1;
  }
  return texts;
}
