/** A regular expression in Go's syntax, compiled when it is first needed. */
export interface TextPattern {
  readonly source: string;
  /** Whether some part of the text matches; undefined where that cannot be found out here. */
  test(text: string): boolean | undefined;
}

/** How patterns are read: where they come from decides how much they are trusted. */
export type PatternReader = (source: string) => TextPattern;

/**
 * For patterns that this repository holds: vendored schemas and graphs of the library. They are in what Go's syntax and this
 * language's have in common, and none takes long; tests say so. All others are for `foreignPatterns`.
 */
export const ownPattern: PatternReader = (source) => {
  let compiled: RegExp | undefined;
  return {
    source,
    test(text) {
      compiled ??= new RegExp(source, 'u');
      return compiled.test(text);
    },
  };
};
