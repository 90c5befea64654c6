import type { RepositoryFiles } from '../../load/repository-files.ts';

export interface NewFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Files and folders that are there already. */
  readonly kept: readonly string[];
}

/** What is not there yet. A base and a component are there or not as a whole, as their files belong together. */
export function newOnly(made: ReadonlyMap<string, string>, { config, authored }: RepositoryFiles): NewFiles {
  const there = new Set([...config.keys(), ...[...authored.keys()].map(wholeOf)]);
  const kept = new Set([...made.keys()].map(wholeOf).filter((one) => there.has(one)));
  return { texts: new Map([...made].filter(([path]) => !kept.has(wholeOf(path)))), kept: [...kept] };
}

function wholeOf(path: string): string {
  return /^spokes\/(bases|components)\/[^/]+/.exec(path)?.[0] ?? path;
}
