import { type Compilation, compile } from '../compile.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import { filesInMemory } from '../load/files-in-memory.ts';
import { smallRepository } from './small-repository.ts';

/** Texts by path; what is undefined is taken away. */
export type Files = Readonly<Record<string, string | undefined>>;

export interface Repository {
  readonly files: Readonly<Record<string, string>>;
  /** The same with more files, or with others in their place. */
  readonly with: (files: Files) => Repository;
  readonly compile: () => Promise<Compilation>;
}

const means = vendoredMeans();

/** The small repository, in memory, with these files added or replaced. */
export function repository(files: Files = {}): Repository {
  return repositoryOf({ ...smallRepository, ...files });
}

function repositoryOf(all: Files): Repository {
  const files = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    files,
    with: (more) => repositoryOf({ ...files, ...more }),
    compile: () => compile(filesInMemory(files), means),
  };
}
