import type { ReportField } from './schema-problem.ts';

export type Atom = 'string' | 'integer' | 'boolean' | 'float';

/** A type of a field, as its text says it. */
export type FieldType =
  | { readonly sort: 'atom'; readonly atom: Atom }
  | { readonly sort: 'object' }
  | { readonly sort: 'list'; readonly item: FieldType }
  | { readonly sort: 'map'; readonly value: FieldType }
  | { readonly sort: 'custom'; readonly name: string; readonly range: readonly [number, number] };

const deepest = 16;
const mapOfString = 'map[string]';

/** Reads the type at the start of a field, which a `|` ends. Undefined where it was reported. https://kro.run/docs/concepts/rgd/schema */
export function parseType(field: string, report: ReportField): FieldType | undefined {
  const bar = field.indexOf('|');
  const text = bar < 0 ? field : field.slice(0, bar);
  if (text.trim() === '') {
    report('kro/empty-type', `The type of ${JSON.stringify(field)} is empty.`, [0, text.length]);
    return undefined;
  }
  return parse(text, 0, 0, report);
}

function parse(untrimmed: string, offset: number, depth: number, report: ReportField): FieldType | undefined {
  const start = offset + untrimmed.length - untrimmed.trimStart().length;
  const text = untrimmed.trim();
  const range = [start, start + text.length] as const;
  if (depth > deepest) {
    report('kro/deep-type', `A type may be nested ${deepest} levels deep; this goes on with "${text}".`, range);
    return undefined;
  }
  if (isAtom(text)) return { sort: 'atom', atom: text };
  if (text === 'object') return { sort: 'object' };
  if (text.startsWith('[]')) {
    if (text === '[]') {
      report('kro/list-of-nothing', `The list "${text}" does not say of what.`, range);
      return undefined;
    }
    const item = parse(text.slice(2), start + 2, depth + 1, report);
    return item && { sort: 'list', item };
  }
  if (!text.startsWith('map[')) return { sort: 'custom', name: text, range };
  if (!text.startsWith(mapOfString)) {
    report('kro/map-key-type', `The keys of "${text}" are no strings; a map is written "map[string]…".`, range);
    return undefined;
  }
  const rest = text.slice(mapOfString.length);
  if (rest.trim() === '') {
    report('kro/map-of-nothing', `The map "${text}" does not say of what.`, range);
    return undefined;
  }
  const value = parse(rest, start + mapOfString.length, depth + 1, report);
  return value && { sort: 'map', value };
}

function isAtom(text: string): text is Atom {
  return text === 'string' || text === 'integer' || text === 'boolean' || text === 'float';
}
