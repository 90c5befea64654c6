import { Document, type Node, type ScalarTag } from 'yaml';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../source/source.ts';
import { limits } from '../../util/limits.ts';
import { composeDocuments } from '../compose-documents.ts';
import { parseTokens } from '../parse-tokens.ts';
import type { Placed } from './placed.ts';
import { resolveAliases } from './resolve-aliases.ts';

/** What kustomize would not read. */
interface Unreadable extends Problem {
  readonly severity: 'error';
}

export interface ParsedDocument extends Placed {
  readonly value: unknown;
}

interface Parsed {
  /** Without those that are empty. */
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Unreadable[];
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

const options = { version: '1.2', merge: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

/** Parses YAML of one or more documents as kustomize does. */
export function parseGoYaml(source: Source, dialect: Dialect): Parsed {
  const { text } = source;
  const fail = (message: string, pos: readonly [number, number]) => ({
    documents: [],
    problems: [unreadable(source, message, pos)],
  });
  const most = { depth: limits.objectDepth.most, marks: limits.marks.most };
  const parsed = parseTokens(text, most);
  if ('tooDeep' in parsed)
    return fail(`values are nested deeper than ${most.depth} levels`, [parsed.tooDeep, parsed.tooDeep + 1]);
  if ('tooMany' in parsed)
    return fail(`it has more than ${most.marks} words and marks`, [parsed.tooMany, parsed.tooMany + 1]);
  const customTags = dialect === 'settings' ? [...goTags, oldBoolean] : [...goTags];
  const documents: ParsedDocument[] = [];
  for (const document of composeDocuments(parsed.tokens, {
    ...options,
    customTags: (tags) => [...customTags, ...tags],
  })) {
    const [error] = document.errors;
    if (error !== undefined) return fail(error.message, error.pos);
    const unresolved = resolveAliases(document);
    if (unresolved !== undefined) return fail(unresolved.fault, rangeOf(unresolved.at));
    const value = plain(document);
    if ('fault' in value) return fail(value.fault, [0, 0]);
    if (value.value !== null) documents.push({ source, document, value: value.value });
    if (documents.length > limits.documents.most)
      return fail(`it has more than ${limits.documents.most} documents`, rangeOf(document.contents));
  }
  return { documents, problems: [] };
}

function rangeOf(node: Node | null): readonly [number, number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}

/** The library throws what it will not do, such as to merge what is no map. */
function plain(document: Document): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: document.toJS({ maxAliasCount: -1 }) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

export function emptyDocument(source: Source): ParsedDocument {
  return { source, document: new Document({}), value: {} };
}

function unreadable(source: Source, message: string, [start, end]: readonly [number, number]): Unreadable {
  return {
    severity: 'error',
    message: `This is not YAML that kustomize reads: ${message.replace(/\.?$/, '.')}`,
    at: { span: { source, start, end } },
  };
}
