import { byCodePoint } from '../util/code-point-order.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** Texts by path, as if they had been read from a disk. */
export function filesInMemory(texts: Readonly<Record<string, string>>): RepositoryFiles {
  const below = (...folders: readonly string[]) =>
    new Map(
      Object.entries(texts)
        .filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`)))
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([path, text]) => [path, { path, text }]),
    );
  return { config: below('config'), authored: below('spokes/bases', 'spokes/components') };
}
