import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../source/path.ts';

/** The field `from` of the map at `within` becomes the field `to[1]` of its section `to[0]`. */
export interface FieldMove {
  readonly within: Path;
  readonly from: string;
  readonly to: readonly [section: string, field: string];
}

type Entry = Pair<ParsedNode, ParsedNode | null> & { readonly key: Scalar.Parsed };

/** Another text in the place of a part. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with a field moved, and not a byte of the rest changed: comments, quotes and order stay. The section is made
 * where the field stood, if there is none. Undefined where this does not understand how it is written.
 */
export function moveField(text: string, { within, from, to: [section, field] }: FieldMove): string | undefined {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false });
  const map = within.length === 0 ? document.contents : document.getIn(within, true);
  if (!isMap(map)) return text;
  const entries = map.items as readonly Entry[];
  const named = (name: string) => entries.find(({ key }) => isScalar(key) && key.value === name);
  const entry = named(from);
  if (entry === undefined) return text;
  const cuts = map.flow
    ? cutsInFlow(text, map, entry, named(section), section, field)
    : cutsInBlock(text, entry, named(section), section, field);
  return cuts && applied(text, cuts);
}

function cutsInFlow(
  text: string,
  map: YAMLMap,
  entry: Entry,
  there: Entry | undefined,
  section: string,
  field: string,
): readonly Cut[] | undefined {
  const start = entry.key.range[0];
  const words = field + text.slice(entry.key.range[1], endOf(entry));
  if (there === undefined) return [{ start, end: endOf(entry), text: `${section}: {${words}}` }];
  const items = map.items as readonly Entry[];
  const index = items.indexOf(entry);
  const [before, after] = [items[index - 1], items[index + 1]];
  const gone =
    before === undefined
      ? { start, end: after?.key.range[0] ?? endOf(entry), text: '' }
      : { start: endOf(before), end: endOf(entry), text: '' };
  const kept = appended(text, there, words);
  return kept && !text.slice(gone.start, gone.end).includes('#') ? [gone, kept] : undefined;
}

function cutsInBlock(
  text: string,
  entry: Entry,
  there: Entry | undefined,
  section: string,
  field: string,
): readonly Cut[] | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = lineStartAt(text, entry.key.range[0]);
  const indent = text.slice(lineStart, entry.key.range[0]);
  if (indent.trim() !== '') return undefined;
  const start = there === undefined ? lineStart : commentsAbove(text, lineStart, indent);
  const end = blockEnd(text, entry, indent.length);
  const ended = text[end - 1] === '\n' ? '' : lineEnd;
  const body = text.slice(start, entry.key.range[0]) + field + text.slice(entry.key.range[1], end) + ended;
  if (there === undefined) {
    return [{ start, end, text: `${indent}${section}:${lineEnd}${indented(body, 2)}` }];
  }
  const gone = { start, end, text: '' };
  const value = there.value;
  if (isMap(value) && value.flow !== true) {
    const inner = (value.items[0] as Entry).key.range[0];
    const step = inner - lineStartAt(text, inner) - indent.length;
    const at = blockEnd(text, there, indent.length);
    return [gone, { start: at, end: at, text: (text[at - 1] === '\n' ? '' : lineEnd) + indented(body, step) }];
  }
  const words = body.trim();
  const kept = /[#\n]/.test(words) ? undefined : appended(text, there, words);
  return kept && [gone, kept];
}

/** A field more in a section that is written in braces. */
function appended(text: string, { value }: Entry, words: string): Cut | undefined {
  if (!isMap(value) || value.flow !== true) return undefined;
  const last = value.items.at(-1) as Entry | undefined;
  const end = (value as YAMLMap.Parsed).range[1] - 1;
  const at = last === undefined ? end : endOf(last);
  if (text.slice(at, end).includes('#')) return undefined;
  return { start: at, end: at, text: last === undefined ? words : `, ${words}` };
}

/** Where the last word of an entry ends: the range of a block may have comments in it that belong to what follows. */
function endOf({ key, value }: Entry): number {
  return value === null ? key.range[1] : endOfNode(value);
}

function endOfNode(node: ParsedNode): number {
  if (!isCollection(node) || node.flow === true) return node.range[1];
  const last = node.items.at(-1) as Entry | ParsedNode | undefined;
  if (last === undefined) return node.range[1];
  return isNode(last) ? endOfNode(last) : endOf(last);
}

const lineStartAt = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** What is said right above a field goes with it; what editors read there is about the whole file. */
function commentsAbove(text: string, lineStart: number, indent: string): number {
  let start = lineStart;
  while (start > 0) {
    const line = text.slice(lineStartAt(text, start - 1), start);
    if (!line.startsWith(`${indent}#`) || line.includes('yaml-language-server')) break;
    start -= line.length;
  }
  return start;
}

/** The end of the last line of an entry, with comments that are indented like parts of it. */
function blockEnd(text: string, entry: Entry, indent: number): number {
  const valueEnd = endOf(entry);
  let end = text[valueEnd - 1] === '\n' ? valueEnd : nextLine(text, valueEnd);
  for (;;) {
    const line = text.slice(end, nextLine(text, end));
    const depth = line.length - line.trimStart().length;
    if (depth <= indent || line[depth] !== '#') return end;
    end += line.length;
  }
}

function indented(lines: string, by: number): string {
  return lines.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
}

function applied(text: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: into }) => all.slice(0, start) + into + all.slice(end), text);
}
