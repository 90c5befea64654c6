import type { Scalar } from 'yaml';
import { blockOffsets } from './block-offsets.ts';

/**
 * Where each UTF-16 unit of a scalar's value stands in the source, and at last where the value ends: `offsets[i]` for
 * `value[i]`. Undefined where the value is not what the text of the scalar says, such as a number.
 */
export function scalarOffsets(text: string, { range, type, value }: Scalar): readonly number[] | undefined {
  if (typeof value !== 'string' || range === undefined || range === null) return undefined;
  const [start, end] = range;
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return blockOffsets(text, start, end, value);
  const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  const found = quoted ? readFlow(text, start + 1, end - 1, type) : readFlow(text, start, end, 'PLAIN');
  return found.value === value ? [...found.offsets, found.end] : undefined;
}

/** The source of a range of the value, without the space and line breaks behind it. */
export function rangeInSource(
  text: string,
  offsets: readonly number[],
  [from, to]: readonly [number, number],
): readonly [start: number, end: number] {
  const start = offsets[from] ?? offsets.at(-1) ?? 0;
  if (to <= from) return [start, start];
  const last = offsets[to - 1] ?? start;
  const next = offsets[to] ?? last + 1;
  return [start, last + Math.max(1, text.slice(last, next).trimEnd().length)];
}

/** A value while it is read. */
interface Reading {
  value: string;
  readonly offsets: number[];
  end: number;
}

function push(reading: Reading, part: string, at: number, step: 0 | 1): void {
  for (let i = 0; i < part.length; i++) reading.offsets.push(at + i * step);
  reading.value += part;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const digitsOfEscape: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** One line break is a space, more are one less; spaces around breaks are nothing. https://yaml.org/spec/1.2.2/#65-line-folding */
function readFlow(text: string, start: number, end: number, type: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'): Reading {
  const reading: Reading = { value: '', offsets: [], end };
  let at = start;
  /** Length of the value without the spaces at its end that are in the text as they are. */
  let solid = 0;
  while (at < end) {
    const char = text.charAt(at);
    if (isBreak(text, at)) {
      at = readBreaks(text, at, end, reading, solid);
      solid = reading.value.length;
    } else if (type === 'QUOTE_DOUBLE' && char === '\\') {
      at = readEscape(text, at, end, reading);
      solid = reading.value.length;
    } else {
      push(reading, char, at, 1);
      at += type === 'QUOTE_SINGLE' && char === "'" ? 2 : 1;
      if (char !== ' ' && char !== '\t') solid = reading.value.length;
    }
  }
  return reading;
}

/** A carriage return alone is a character like others. */
function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');
}

function readBreaks(text: string, from: number, end: number, reading: Reading, solid: number): number {
  reading.value = reading.value.slice(0, solid);
  reading.offsets.length = solid;
  let at = from;
  let breaks = 0;
  while (at < end && /\s/.test(text.charAt(at))) {
    if (text[at] === '\n') breaks += 1;
    at += 1;
  }
  push(reading, breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), from, 0);
  return at;
}

function readEscape(text: string, at: number, end: number, reading: Reading): number {
  const char = text.charAt(at + 1);
  const digits = digitsOfEscape[char];
  if (digits !== undefined) {
    const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    push(reading, code <= 0x10ffff ? String.fromCodePoint(code) : '', at, 0);
    return at + 2 + digits;
  }
  if (!isBreak(text, at + 1)) {
    push(reading, simpleEscapes[char] ?? char, at, 0);
    return at + 2;
  }
  // A break that is escaped is nothing, with the spaces of the next line; empty lines after it are breaks.
  let next = text.indexOf('\n', at) + 1;
  for (;;) {
    const blank = /^[ \t]*(\r?\n)?/.exec(text.slice(next, end));
    next += blank?.[0].length ?? 0;
    if (blank?.[1] === undefined) return next;
    push(reading, '\n', next - 1, 0);
  }
}
