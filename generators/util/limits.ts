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
    most: 4 * mebibyte,
    of: 'bytes of a file with graphs, instances or CRDs',
    why: 'CRDs are published in bundles, and one alone can be larger than a file of the configuration.',
  },
  marks: {
    most: 100_000,
    of: 'words, brackets, commas, colons, dashes and ends of lines in a file of the configuration, of a base or of a component; a block of text is one',
    why: 'It is composed with the place of each.',
  },
  objectMarks: {
    most: 200_000,
    of: 'the same in a graph, an instance or a CRD',
    why: 'The largest CRD that a cluster takes has some 130,000.',
  },
  documents: {
    most: 1_000,
    of: 'objects in a file of a base or a component',
    why: 'Argo CD and people handle fewer.',
  },
  baseObjects: {
    most: 1_000,
    of: 'objects of a base, of all its files together',
    why: 'They are copied and looked through for each spoke that uses it.',
  },
  baseBytes: {
    most: 4 * mebibyte,
    of: 'bytes of the files with objects that a base includes',
    why: 'They are copied and looked through for each spoke that uses it.',
  },
  baseFolders: {
    most: 100,
    of: 'folders with a kustomization that a base includes, each as often as it is listed',
    why: 'Those that include others twice would double with each level.',
  },
  kustomizationChanges: {
    most: 100,
    of: 'patches, images, replicas or labels of a kustomization',
    why: 'Each is held against every object.',
  },
  objectDepth: { most: 100, of: 'levels of nesting in a Kubernetes object', why: 'An API server takes no deeper one.' },
  depth: { most: 64, of: 'levels of nesting in a YAML file', why: 'Nothing that people write is deeper.' },
  resources: {
    most: 1_000,
    of: 'resources of a graph',
    why: 'Each is held against the others; an object of a cluster has room for little more.',
  },
  patches: {
    most: 100,
    of: 'patches of a spoke, those of all its layers together, and operations of a patch',
    why: 'Each is applied to the objects of every spoke of a layer.',
  },
  schemaFields: {
    most: 20_000,
    of: "fields of a graph's schema, its types written out",
    why: 'A CRD of this size is as large as an object may be in a cluster.',
  },
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
