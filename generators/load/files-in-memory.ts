import { byCodePoint } from '../util/code-point-order.ts';
import { placeOf, type RepositoryFiles } from './repository-files.ts';

/** Texts by path, as if they had been read from a disk; what is undefined is not there. */
export function filesInMemory(texts: Readonly<Record<string, string | undefined>>): RepositoryFiles {
  const at = (place: ReturnType<typeof placeOf>) =>
    new Map(
      Object.entries(texts)
        .filter((entry): entry is [string, string] => entry[1] !== undefined && placeOf(entry[0]) === place)
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([path, text]) => [path, { path, text }]),
    );
  return { config: at('config'), authored: at('authored'), others: at('others') };
}
