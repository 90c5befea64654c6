import { byCodePoint } from '../util/code-point-order.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** Texts by path, as if they had been read from a disk; what is undefined is not there. */
export function filesInMemory(texts: Readonly<Record<string, string | undefined>>): RepositoryFiles {
  const below = (...folders: readonly string[]) =>
    new Map(
      Object.entries(texts)
        .filter((entry): entry is [string, string] => entry[1] !== undefined && isBelow(entry[0], folders))
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([path, text]) => [path, { path, text }]),
    );
  return { config: below('config'), authored: below('spokes/bases', 'spokes/components') };
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
