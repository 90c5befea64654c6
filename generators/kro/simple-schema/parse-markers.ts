import { didYouMean } from '../../util/did-you-mean.ts';
import type { ReportField } from './schema-problem.ts';

export const markerKeys = [
  'required',
  'default',
  'description',
  'minimum',
  'maximum',
  'validation',
  'enum',
  'immutable',
  'pattern',
  'uniqueItems',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'listType',
  'listMapKey',
] as const;

export type MarkerKey = (typeof markerKeys)[number];

export interface Marker {
  readonly key: MarkerKey;
  readonly value: string;
  /** Offsets of `key=value` in the field. */
  readonly range: readonly [start: number, end: number];
}

/**
 * The markers of a field, read as kro's tokenizer reads them: `key=value`, split at spaces outside of double quotes and
 * brackets. Nothing but `"` quotes; there may be no space around `=`; text that ends without a value is a mistake, so a
 * space at the end is one too. Undefined where there is a mistake, which was reported.
 */
export function parseMarkers(field: string, report: ReportField): readonly Marker[] | undefined {
  const bar = field.indexOf('|');
  if (bar < 0) return [];
  const markers: Marker[] = [];
  let key: MarkerKey | undefined;
  let buffer = '';
  let start = bar + 1;
  let quoted = false;
  let escaped = false;
  let depth = 0;

  const close = (at: number): void => {
    if (key === undefined) return;
    markers.push({ key, value: unquote(buffer), range: [start, at] });
    key = undefined;
    buffer = '';
    start = at;
  };

  let at = bar + 1;
  for (const char of field.slice(at)) {
    if (buffer === '' && key === undefined) start = at;
    const bare = !quoted && depth === 0;
    if (char === '=' && key === undefined && bare) {
      const name = buffer.trim();
      if (!isMarkerKey(name)) {
        if (!reportSpace(field, markers.at(-1), [start, at], report)) reportKey(name, [start, at], report);
        return undefined;
      }
      key = name;
      buffer = '';
    } else if (char === '"' && !escaped) {
      quoted = !quoted;
      buffer += char;
    } else if (char === '\\' && quoted && !escaped) {
      escaped = true;
      buffer += char;
    } else if (!quoted && (char === '{' || char === '[')) {
      depth += 1;
      buffer += char;
    } else if (!quoted && (char === '}' || char === ']')) {
      depth -= 1;
      buffer += char;
      if (depth < 0) {
        report('kro/marker-syntax', `The "${char}" closes nothing.`, [at, at + 1]);
        return undefined;
      }
    } else if (bare && isSpace(char)) {
      close(at);
    } else {
      if (quoted) escaped = false;
      buffer += char;
    }
    at += char.length;
  }
  if (key === undefined) {
    const range = [start, field.length] as const;
    if (!reportSpace(field, markers.at(-1), range, report)) reportEnd(buffer, range, report);
  } else if (quoted) report('kro/marker-syntax', `A quote of marker "${key}" is not closed.`, [start, field.length]);
  else if (depth > 0) report('kro/marker-syntax', `A bracket of marker "${key}" is not closed.`, [start, field.length]);
  else {
    close(field.length);
    return markers;
  }
  return undefined;
}

/** A value that was not quoted, and went on behind a space. */
function reportSpace(
  field: string,
  before: Marker | undefined,
  range: readonly [number, number],
  report: ReportField,
): boolean {
  const rest = field.slice(...range).trim();
  const isQuoted = before === undefined || field.slice(...before.range).endsWith('"');
  // One word before a "=" is a marker.
  if (isQuoted || rest === '' || rest.includes('|') || isMarkerKey(rest)) return false;
  if (field[range[1]] === '=' && !/\s/.test(rest)) return false;
  const message = `The value of marker "${before.key}" ends at the space before "${rest}"; with double quotes around it, it may have spaces.`;
  report('kro/marker-syntax', message, range);
  return true;
}

function reportKey(name: string, range: readonly [number, number], report: ReportField): void {
  if (name === '') report('kro/marker-syntax', 'A "=" has no marker before it.', range);
  else report('kro/unknown-marker', `There is no marker "${name}".${didYouMean(name, markerKeys)}`, range);
}

function reportEnd(rest: string, range: readonly [number, number], report: ReportField): void {
  report(
    'kro/marker-syntax',
    rest.trim() === ''
      ? 'The markers end in a space or hold nothing: kro takes "" for a marker without a value.'
      : `Marker "${rest.trim()}" has no value; it is written "key=value", without spaces around "=".`,
    range,
  );
}

function unquote(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text.trim();
  return text.slice(1, -1).replace(/\\([\s\S]?)/g, (all, char: string) => {
    if (char === '') return '';
    return char === '"' || char === '\\' ? char : all;
  });
}

function isMarkerKey(name: string): name is MarkerKey {
  return (markerKeys as readonly string[]).includes(name);
}

/** As Go's `unicode.IsSpace` has it. */
function isSpace(char: string): boolean {
  return char === '\u0085' || (char !== '\ufeff' && /\s/.test(char));
}
