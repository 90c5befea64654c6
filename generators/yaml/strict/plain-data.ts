import { type Alias, type Document, isAlias, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { shorten } from '../../source/shorten.ts';
import { MAX_PROBLEMS } from '../../util/max-problems.ts';
import { duplicateKey, problemOfKey, problemOfMissingSpace, problemOfNumber } from './node-problems.ts';
import { MAX_DEPTH, refusedTag, tooDeep, type YamlProblem } from './yaml-problem.ts';

/** Values of one file: far more than people write, and few enough for all that is done with each. */
const MAX_VALUES = 20_000;

/** Nodes that all aliases of a file may stand for together: enough for people, far too few for a bomb. */
const MAX_ALIASED_NODES = 1000;

export interface PlainData {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
}

/** The document as plain data, with every problem that is none of syntax. */
export function plainData(document: Document.Parsed, text: string): PlainData {
  const { convert, problems, report } = newConversion();
  for (const { code, pos } of document.warnings) {
    if (code === 'TAG_RESOLVE_FAILED') report(refusedTag(text, pos));
  }
  const value = convert(document.contents, 0);
  return { value: problems.some(({ code }) => code === 'yaml/too-many-values') ? undefined : value, problems };
}

function newConversion() {
  const problems: YamlProblem[] = [];
  const anchors = new Map<string, ParsedNode>();
  /** What each alias repeats: an anchor may be given again later. */
  const targets = new Map<Alias.Parsed, ParsedNode>();
  /** Collections that are being converted. */
  const open = new Set<ParsedNode>();
  let values = 0;
  let aliasDepth = 0;
  let aliasedNodes = 0;

  /** What is below an alias was told where it stands. */
  const report = (problem: YamlProblem | undefined): void => {
    if (problem !== undefined && aliasDepth === 0 && problems.length <= MAX_PROBLEMS) problems.push(problem);
  };

  function convert(node: ParsedNode | null, depth: number): unknown {
    if (node === null) return null;
    values += 1;
    if (values > MAX_VALUES) {
      if (values === MAX_VALUES + 1) problems.unshift(tooManyValues(node.range[0]));
      return null;
    }
    if (depth > MAX_DEPTH) {
      report(tooDeep(node.range[0]));
      return null;
    }
    if (aliasDepth > 0 && ++aliasedNodes > MAX_ALIASED_NODES) return null;
    if (isAlias(node)) return convertAlias(node, depth);
    if (node.anchor !== undefined && aliasDepth === 0) anchors.set(node.anchor, node);
    if (isScalar(node)) {
      if (typeof node.value !== 'number') return node.value;
      report(problemOfNumber(node));
      // There is no -0 in JSON.
      return node.value === 0 ? 0 : node.value;
    }
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => convert(item as ParsedNode, depth + 1))
      : convertMap(node, depth);
    open.delete(node);
    return value;
  }

  function convertMap(map: YAMLMap.Parsed, depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    let firstKeys: ReadonlyMap<unknown, ParsedNode> | undefined;
    for (const { key, value } of map.items) {
      const problem = problemOfKey(key, map.flow === true);
      report(problem);
      if (map.flow && value === null) report(problemOfMissingSpace(key));
      if (isScalar(key) && key.anchor !== undefined && aliasDepth === 0) anchors.set(key.anchor, key);
      const converted = convert(value, depth + 1);
      if (problem !== undefined || !isScalar(key)) continue;
      const name = String(key.value);
      if (Object.hasOwn(data, name)) {
        firstKeys ??= firstKeysOf(map);
        report(duplicateKey(firstKeys.get(name) ?? key, key, name));
      } else data[name] = converted;
    }
    return data;
  }

  function convertAlias(alias: Alias.Parsed, depth: number): unknown {
    const [start, end] = alias.range;
    const name = shorten(alias.source);
    const target = targets.get(alias) ?? anchors.get(alias.source);
    if (target === undefined) {
      const message = `Nothing is marked as "&${name}" before this alias.`;
      const help = 'A value that begins with "*" must be in quotes.';
      report({ code: 'yaml/unknown-alias', message, start, end, help });
      return null;
    }
    targets.set(alias, target);
    if (open.has(target)) {
      report({ code: 'yaml/alias-loop', message: `The alias "*${name}" stands within what it repeats.`, start, end });
      return null;
    }
    const wasWithin = aliasedNodes <= MAX_ALIASED_NODES;
    aliasDepth += 1;
    const value = convert(target, depth);
    aliasDepth -= 1;
    if (wasWithin && aliasedNodes > MAX_ALIASED_NODES) {
      const message = `The aliases of this file stand for more than ${MAX_ALIASED_NODES} values.`;
      const help = 'Put what is shared into a layer, such as a component.';
      report({ code: 'yaml/alias-bomb', message, start, end, help });
    }
    return value;
  }

  return { convert, problems, report };
}

function tooManyValues(start: number): YamlProblem {
  const message = `The file holds more than ${MAX_VALUES} values.`;
  return { code: 'yaml/too-many-values', message, start, end: start + 1 };
}

function firstKeysOf(map: YAMLMap.Parsed): ReadonlyMap<unknown, ParsedNode> {
  const first = new Map<unknown, ParsedNode>();
  for (const { key } of map.items) {
    if (isScalar(key) && !first.has(key.value)) first.set(key.value, key);
  }
  return first;
}
