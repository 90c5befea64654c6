import { sortedKeys } from './code-point-order.ts';

/** JSON with the keys of every map in code point order: equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Readonly<Record<string, unknown>>;
  const entries: string[] = [];
  for (const key of sortedKeys(record)) {
    if (record[key] !== undefined) entries.push(`${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  }
  return `{${entries.join(',')}}`;
}
