import type { Origin } from '../source/origin.ts';
import type { Source } from '../source/source.ts';

/** Where an origin stands, for people. */
export interface Place {
  readonly file: string;
  /** 1-based, as all lines and columns; columns in code points. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
  /** The text of the first line, without its line break. */
  readonly text: string;
  /** The part of the range that is in `text`, in UTF-16 offsets into it. */
  readonly from: number;
  readonly to: number;
}

export type PlaceOf = (origin: Origin | undefined) => Place | undefined;

/** Finds places; counts the lines of a file only once, as there may be very many problems in it. */
export function placeFinder(): PlaceOf {
  const lines = new Map<Source, readonly number[]>();
  return (origin) => {
    const span = origin?.span;
    if (span === undefined) return undefined;
    const { source, start, end } = span;
    let starts = lines.get(source);
    if (starts === undefined) {
      starts = lineStarts(source.text);
      lines.set(source, starts);
    }
    const first = lineOf(starts, start);
    const last = end > start ? lineOf(starts, end) : first;
    const lineStart = starts[first] ?? 0;
    const lineEnd = source.text.indexOf('\n', lineStart);
    const text = source.text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).replace(/\r$/, '');
    return {
      file: source.path,
      line: first + 1,
      column: columnOf(source.text, lineStart, start),
      endLine: last + 1,
      endColumn: columnOf(source.text, starts[last] ?? 0, Math.max(start, end)),
      text,
      from: start - lineStart,
      to: Math.min(end - lineStart, text.trimEnd().length),
    };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last line that starts at the offset or before. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function columnOf(text: string, lineStart: number, offset: number): number {
  let column = 1;
  for (const _ of text.slice(lineStart, offset)) column += 1;
  return column;
}
