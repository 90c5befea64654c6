import type { ForeignPattern } from '../../../schema/structural/foreign-patterns.ts';
import { mostSize } from '../size-of.ts';
import { failure, isList, isUnknown, unknownText, type Value } from '../value.ts';
import { formatText } from './format-text.ts';
import type { Implementation, Implementations } from './implementation.ts';

/** A function of a text and more texts. */
const ofTexts =
  (compute: (text: string, ...others: string[]) => Value | undefined): Implementation =>
  (args) =>
    args.every((arg) => typeof arg === 'string') ? compute(...(args as [string, ...string[]])) : undefined;

/** A function of a text and whole numbers; it counts in code points. */
const ofPositions =
  (compute: (characters: readonly string[], ...positions: number[]) => Value): Implementation =>
  ([text, ...positions]) =>
    typeof text === 'string' && positions.every((position) => typeof position === 'bigint')
      ? compute([...text], ...positions.map(Number))
      : undefined;

/** A function of a text, a pattern and perhaps one more value. */
const ofPattern =
  (compute: (pattern: ForeignPattern, text: string, other?: Value) => Value | undefined): Implementation =>
  ([text, pattern, other], patterns) =>
    typeof text === 'string' && typeof pattern === 'string' ? compute(patterns(pattern), text, other) : undefined;

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};
const outOfRange = (position: number) => failure(`index out of range: ${position}`);

/** What CEL itself and its strings extension do with texts. */
export const textFunctions: Implementations = {
  contains: ofTexts((text, part = '') => text.includes(part)),
  startsWith: ofTexts((text, part = '') => text.startsWith(part)),
  endsWith: ofTexts((text, part = '') => text.endsWith(part)),
  matches: ofPattern((pattern, text) => pattern.test(text)),
  find: ofPattern((pattern, text) => {
    const found = pattern.find(text, 1);
    return found && (found[0] ?? '');
  }),
  findAll: ofPattern((pattern, text, limit = -1n) =>
    typeof limit === 'bigint' ? pattern.find(text, limit < 0n ? Number.POSITIVE_INFINITY : Number(limit)) : undefined,
  ),
  lowerAscii: ofTexts((text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  upperAscii: ofTexts((text) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  // Go's white space: a byte order mark is none, and U+0085 is.
  trim: ofTexts((text) => text.replace(/^(?:(?!\uFEFF)[\s\x85])+|(?:(?!\uFEFF)[\s\x85])+$/g, '')),
  reverse: ofTexts((text) => [...text].reverse().join('')),
  'strings.quote': ofTexts((text) => `"${[...text].map((each) => escapes[each] ?? each).join('')}"`),
  size: ofTexts((text) => BigInt([...text].length)),
  charAt: ofPositions((characters, at = 0) =>
    at < 0 || at > characters.length ? outOfRange(at) : (characters[at] ?? ''),
  ),
  substring: ofPositions((characters, start = 0, end = characters.length) => {
    if (start > end) return failure(`invalid substring range. start: ${start}, end: ${end}`);
    if (start < 0 || start > characters.length) return outOfRange(start);
    return end < 0 || end > characters.length ? outOfRange(end) : characters.slice(start, end).join('');
  }),
  indexOf: findText((text, part, from) => text.indexOf(part, from)),
  lastIndexOf: findText((text, part, from) => text.lastIndexOf(part, from)),
  replace: ([text, old, by, limit = -1n]) => {
    if (typeof text !== 'string' || typeof old !== 'string' || typeof by !== 'string') return undefined;
    return typeof limit === 'bigint' ? replaceTimes(text, old, by, Number(limit)) : undefined;
  },
  split: ([text, separator, limit = -1n]) =>
    typeof text === 'string' && typeof separator === 'string' && typeof limit === 'bigint'
      ? splitTimes(text, separator, Number(limit))
      : undefined,
  join: ([items, separator = '']) =>
    isList(items) && typeof separator === 'string' ? join(items, separator) : undefined,
  format: ([pattern, args]) => (typeof pattern === 'string' && isList(args) ? formatText(pattern, args) : undefined),
};

function join(items: readonly Value[], separator: string): Value | undefined {
  if (!items.every((item) => typeof item === 'string' || isUnknown(item))) return undefined;
  if (items.length * separator.length > mostSize) return undefined;
  const text = items.map((item) => (isUnknown(item) ? item.text : item)).join(separator);
  return items.some(isUnknown) ? unknownText(text) : text;
}

/** Positions are of code points, those of the language of UTF-16 units. */
function findText(find: (text: string, part: string, from?: number) => number): Implementation {
  return ([text, part, from]) => {
    if (typeof text !== 'string' || typeof part !== 'string') return undefined;
    if (from !== undefined && typeof from !== 'bigint') return undefined;
    const characters = [...text];
    const start = from === undefined ? undefined : Number(from);
    if (start !== undefined && start < 0) return outOfRange(start);
    if (part === '' && start !== undefined) return BigInt(Math.min(start, characters.length));
    if (start !== undefined && start >= characters.length) return -1n;
    const unit = start === undefined ? undefined : characters.slice(0, start).join('').length;
    const found = unit === undefined ? find(text, part) : find(text, part, unit);
    return found < 0 ? -1n : BigInt([...text.slice(0, found)].length);
  };
}

function replaceTimes(text: string, old: string, by: string, limit: number): string | undefined {
  const parts = old === '' ? ['', ...text, ''] : text.split(old);
  if (parts.length * by.length > mostSize) return undefined;
  if (limit < 0) return parts.join(by);
  const kept = parts.slice(0, limit + 1);
  return [kept.join(by), ...parts.slice(limit + 1)].join(old);
}

function splitTimes(text: string, separator: string, limit: number): Value {
  if (limit === 0) return [];
  const parts = separator === '' ? [...text] : text.split(separator);
  if (limit < 0 || parts.length <= limit) return parts;
  return [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}
