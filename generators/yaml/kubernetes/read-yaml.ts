import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type ScalarTag, type Tags } from 'yaml';
import type { Source } from '../../source/source.ts';
import { limits } from '../../util/limits.ts';
import { once } from '../../util/once.ts';
import { composeDocuments } from '../compose-documents.ts';
import { kubernetesYaml, parseSimpleYaml } from '../parse-simple-yaml.ts';
import { type ParsedTokens, parseTokens } from '../parse-tokens.ts';
import { type ToldError, tellSyntaxError } from '../tell-syntax-error.ts';

/** A file read as `kubectl` and Argo CD read it. */
export interface ReadYaml {
  readonly value: unknown;
  /** For places: it is composed when the first one is asked for. */
  readonly document: () => Document | undefined;
  readonly problems: readonly YamlProblem[];
}

export interface YamlProblem extends ToldError {
  readonly code: 'kro/yaml' | 'kro/duplicate-key' | 'kro/key-not-text';
}

const most = { depth: limits.objectDepth.most, marks: limits.objectMarks.most };
/** Far more than an object in a cluster may hold. */
const mostValues = 200_000;

/** Go reads these too. */
const prefixedInteger: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0(?:[oO][0-7_]+|X[0-9a-fA-F_]+|B[01_]+)$/,
  resolve: (text) => (text.startsWith('-') ? -1 : 1) * Number(text.replace(/^[-+]/, '').replaceAll('_', '')),
};

// Kubernetes' YAML is 1.1 with fewer types: `yes` is true and 010 is 8, but a date is a text. https://pkg.go.dev/sigs.k8s.io/yaml
const options = {
  version: '1.1',
  schema: 'yaml-1.1',
  merge: true,
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'silent',
  customTags: (tags: Tags) => [...tags.filter((tag) => typeof tag === 'string' || !isLeftOut(tag)), prefixedInteger],
} as const;

/** What the library refuses and Go does not. */
const harmless = /^Comments must be separated from other tokens/;

const leftOut = new Set(['binary', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`));

function isLeftOut({ tag, format }: { readonly tag: string; readonly format?: string }): boolean {
  return leftOut.has(tag) || format === 'TIME';
}

/** The first document of a file as plain data, null where there is none. Never throws. */
export function readYaml({ text }: Source): ReadYaml {
  const value = parseSimpleYaml(text, kubernetesYaml);
  if (value === undefined) return readGeneralYaml(text);
  return { value, document: once(() => firstDocument(parseTokens(text, most))), problems: [] };
}

/** The same, for every text. */
export function readGeneralYaml(text: string): ReadYaml {
  const parsed = parseTokens(text, most);
  if ('tooDeep' in parsed) {
    const message = `Values are nested deeper than ${most.depth} levels.`;
    return broken({ message, start: parsed.tooDeep, end: parsed.tooDeep + 1 });
  }
  if ('tooMany' in parsed) {
    const message = `A document has more than ${most.marks} words and marks.`;
    return broken({ message, start: parsed.tooMany, end: parsed.tooMany + 1 });
  }
  const document = firstDocument(parsed);
  if (document === undefined) return { value: null, document: () => undefined, problems: [] };
  const error = document.errors.find(({ message }) => !harmless.test(message));
  if (error === undefined) return { ...plainValue(document), document: () => document };
  const told = tellSyntaxError(error, text, document);
  // The library tells some errors one character behind the end.
  const [start, end] = [told.start, told.end].map((at) => Math.min(at, text.length)) as [number, number];
  return broken({ ...told, start, end: Math.max(start, end), ...(isBareExpression(text, start) && { help: quoteIt }) });
}

const quoteIt = 'Put the text with the expression in quotes: without them it ends at ": " and at " #".';

/** Whether the line at an offset has an expression in a text without quotes. */
function isBareExpression(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const [, value = ''] = /^\s*(?:- +)*(?:[^\s"':]+:\s+)?(.*)$/.exec(line) ?? [];
  return value.includes('${') && !/^["'|>]/.test(value);
}

function broken(told: ToldError): ReadYaml {
  return { value: undefined, document: () => undefined, problems: [{ code: 'kro/yaml', ...told }] };
}

function firstDocument(parsed: ParsedTokens): Document.Parsed | undefined {
  const tokens = 'tokens' in parsed ? parsed.tokens : [];
  return composeDocuments(tokens, options).find(({ contents, errors }) => contents !== null || errors.length > 0);
}

function problem(message: string, start: number, end: number): YamlProblem {
  return { code: 'kro/yaml', message, start, end };
}

function plainValue(document: Document): { readonly value: unknown; readonly problems: readonly YamlProblem[] } {
  const problems: YamlProblem[] = [];
  const open = new Set<Node>();
  const anchors = new Map<string, Node>();
  /** What each alias repeats: an anchor may be given again later. */
  const targets = new Map<Alias, Node>();
  let aliasDepth = 0;
  let values = 0;
  let isFull = false;

  function convert(node: unknown, depth: number): unknown {
    if (node === null || node === undefined || isFull) return null;
    const [start, , end] = (node as Node).range ?? [0, 0, 0];
    if (++values > mostValues || depth > most.depth) {
      // Aliases of aliases do this.
      if (!isFull) problems.push(problem('The file holds too many values.', start, end));
      isFull = true;
      return null;
    }
    if (isAlias(node)) {
      const target = targets.get(node) ?? anchors.get(node.source);
      if (target === undefined || open.has(target)) {
        problems.push(problem(`The alias "${node.source}" leads nowhere.`, start, end));
        return null;
      }
      targets.set(node, target);
      aliasDepth += 1;
      const value = convert(target, depth + 1);
      aliasDepth -= 1;
      return value;
    }
    remember(node);
    if (isScalar(node)) {
      const { value, source = '' } = node;
      if (typeof value !== 'number' || Number.isFinite(value)) return plainScalar(value);
      // Go takes a number that is too large for text.
      if (!/inf|nan/i.test(source)) return source;
      problems.push(problem(`JSON has no number "${source}".`, start, end));
      return null;
    }
    open.add(node as Node);
    const value = isSeq(node)
      ? node.items.map((item) => convert(item, depth + 1))
      : isMap(node)
        ? convertMap(node.items, depth)
        : null;
    open.delete(node as Node);
    return value;
  }

  function remember(node: unknown): void {
    const { anchor } = node as { readonly anchor?: string };
    if (anchor !== undefined && aliasDepth === 0) anchors.set(anchor, node as Node);
  }

  function convertMap(items: readonly { key: unknown; value: unknown }[], depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    const merged: Record<string, unknown>[] = [];
    const own = new Set<string>();
    for (const { key, value } of items) {
      const [start, end] = (key as Node | null)?.range ?? [0, 0];
      if (key !== null) remember(key);
      if (isScalar(key) && isMergeKey(key.value)) {
        const parts = convert(value, depth + 1);
        for (const part of Array.isArray(parts) ? parts : [parts]) {
          if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
            merged.push(part as Record<string, unknown>);
          } else {
            problems.push(problem('What "<<" merges must be a map, or a list of maps.', start, end));
          }
        }
        continue;
      }
      const name = isScalar(key) ? keyText(key.value) : undefined;
      if (name === undefined) {
        problems.push(problem('A key must be text.', start, end));
        continue;
      }
      const { value: read, source: written = name } = key as { value: unknown; source?: string };
      if (typeof read !== 'string' && written !== name) {
        const message = `YAML reads the key "${written}" as ${name}; put it in quotes.`;
        problems.push({ code: 'kro/key-not-text', message, start, end });
      }
      if (own.has(name)) {
        problems.push({
          code: 'kro/duplicate-key',
          message: `The key "${name}" stands in this map twice.`,
          start,
          end,
        });
      }
      own.add(name);
      define(data, name, convert(value, depth + 1));
    }
    for (const part of merged) {
      for (const [name, value] of Object.entries(part)) if (!Object.hasOwn(data, name)) define(data, name, value);
    }
    return data;
  }

  const value = convert(document.contents, 0);
  return { value: problems.some(({ code }) => code === 'kro/yaml') ? undefined : value, problems };
}

/** Also of a key such as `__proto__`. */
function define(data: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(data, name, { value, enumerable: true, configurable: true, writable: true });
}

function isMergeKey(value: unknown): boolean {
  return typeof value === 'symbol' || value === '<<';
}

function plainScalar(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Object.is(value, -0) ? 0 : value;
}

function keyText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
