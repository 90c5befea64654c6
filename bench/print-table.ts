/** A Markdown table with aligned columns; the first column to the left, the others to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(String));
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0), 3));
  const pad = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [first, ...rest] = lines.map((cells) => `| ${cells.map(pad).join(' | ')} |`);
  return `${[first, `| ${rule.join(' | ')} |`, ...rest].join('\n')}\n`;
}

export const none = '–';

/** Three digits, whatever the size. */
export function seconds(value: number | undefined): string {
  if (value === undefined) return none;
  return `${value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3)} s`;
}

export function mebibytes(value: number | undefined): string {
  return value === undefined ? none : `${value.toFixed(0)} MiB`;
}
