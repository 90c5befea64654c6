import { Document, parseAllDocuments, type ScalarTag } from 'yaml';
import type { Source } from '../../source/source.ts';
import type { KustomizationProblem, Placed } from './problem.ts';

export interface ParsedDocument extends Placed {
  readonly value: unknown;
}

interface Parsed {
  /** Without those that are empty. */
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly KustomizationProblem[];
}

/**
 * The two readers that kustomize has: `objects` for Kubernetes objects and merge patches, `settings` for kustomizations and
 * JSON patches, where the truth values of YAML 1.1 are still such.
 */
type Dialect = 'objects' | 'settings';

const int = 'tag:yaml.org,2002:int';
const integer = (test: RegExp, radix: number, prefix: number): ScalarTag => ({
  tag: int,
  default: true,
  test,
  resolve: (text) => {
    const digits = text.replaceAll('_', '').replace(/^[-+]/, '').slice(prefix);
    return Number.parseInt(digits, radix) * (text.startsWith('-') ? -1 : 1);
  },
});

/** Numbers and dates that YAML 1.2 takes for something else. */
const goTags: readonly ScalarTag[] = [
  integer(/^[-+]?0[0-7_]+$/, 8, 1),
  integer(/^[-+]?0b[01_]+$/, 2, 2),
  integer(/^[-+]?[1-9][0-9]*_[0-9_]*$/, 10, 0),
  {
    tag: 'tag:yaml.org,2002:timestamp',
    default: true,
    test: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
    resolve: (text) => `${text}T00:00:00Z`,
  },
];

const oldBoolean: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: (text) => /^(?:y|yes|on)$/i.test(text),
};

const options = { version: '1.2', merge: true, prettyErrors: false, logLevel: 'silent' } as const;

/** Parses YAML of one or more documents as kustomize does. */
export function parseGoYaml(source: Source, dialect: Dialect): Parsed {
  const customTags = dialect === 'settings' ? [...goTags, oldBoolean] : [...goTags];
  const documents: ParsedDocument[] = [];
  try {
    for (const document of parseAllDocuments(source.text, {
      ...options,
      customTags: (tags) => [...customTags, ...tags],
    })) {
      const [error] = document.errors;
      if (error !== undefined) return { documents: [], problems: [unreadable(source, error.message, error.pos)] };
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (value !== null) documents.push({ source, document, value });
    }
  } catch (error) {
    // Nested too deeply, or an alias bomb.
    return {
      documents: [],
      problems: [unreadable(source, error instanceof Error ? error.message : String(error), [0, 0])],
    };
  }
  return { documents, problems: [] };
}

export function emptyDocument(source: Source): ParsedDocument {
  return { source, document: new Document({}), value: {} };
}

function unreadable(source: Source, message: string, [start, end]: readonly [number, number]): KustomizationProblem {
  return {
    severity: 'error',
    message: `This is not YAML that kustomize reads: ${message.replace(/\.?$/, '.')}`,
    at: { span: { source, start, end } },
  };
}
