export interface Limit {
  readonly most: number;
  /** What is counted, after its number: `of bytes in …`. */
  readonly of: string;
  readonly why: string;
}

const mebibyte = 1024 * 1024;

/** What a reader takes before it says that something is too much. docs/reference/limits.md is made from this. */
export const limits = {
  configBytes: {
    most: mebibyte,
    of: 'bytes of a file of the configuration, of a base or of a component',
    why: 'Reading takes time and memory.',
  },
  graphBytes: {
    most: 16 * mebibyte,
    of: 'bytes of a file with graphs, instances or CRDs',
    why: 'CRDs are published in bundles, and one alone can be larger than a file of the configuration.',
  },
  depth: { most: 64, of: 'levels of nesting in a YAML file', why: 'Nothing that people write is deeper.' },
  patternLength: {
    most: 20_000,
    of: 'characters of a regular expression',
    why: 'It is read before it is tried.',
  },
  patternSize: {
    most: 5_000,
    of: 'parts of a regular expression, each count written out: `[a-z]{63}` has 64',
    why: 'A text is held against each of them.',
  },
  patternSteps: {
    most: 400_000_000,
    of: 'steps of all regular expressions of one schema or one expression: parts times characters, and 2,000 for each part once',
    why: 'What is left over is told at the value, and is for the API server to judge.',
  },
} as const satisfies Readonly<Record<string, Limit>>;
