import { printString } from './yaml-scalar.ts';

/** A value in one line, as it would be written in the configuration, as short as a person needs to recognise it. */
export function shortValue(value: unknown): string {
  const text = typeof value === 'string' ? printString(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}

/** Columns of a table, padded, each row indented. */
export function table(rows: readonly (readonly string[])[], indent: string): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  return rows
    .map((row) => `${indent}${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** `3, 5-9, 12` */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
