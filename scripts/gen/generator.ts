/** Texts by path from the root. */
export type Contents = ReadonlyMap<string, string>;

/** Writes files that are committed. */
export interface Generator {
  readonly generate: (root: string) => Contents | Promise<Contents>;
  /** Matches everything that it ever wrote, so that what it no longer writes is removed. */
  readonly owns: RegExp;
}
