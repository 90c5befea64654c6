import { type Source, type Span, spanIn } from '../../source/source.ts';

interface SavedSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Plain data with places as JSON: of a file, a place holds the path alone. */
export function encodePlaced(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'span' && isSpan(inner) ? savedSpan(inner) : inner));
}

/** As it was, with the files that there are now; undefined where a place stands in a file that there is not. */
export function decodePlaced<T>(json: string, sourceOf: (path: string) => Source | undefined): T | undefined {
  // Most has no place, and is read many times faster so.
  if (!json.includes('"span":')) return JSON.parse(json) as T;
  let isWhole = true;
  const value = JSON.parse(json, (key, inner: unknown) => {
    if (key !== 'span' || !isSavedSpan(inner)) return inner;
    const { path, start, end } = inner;
    const source = sourceOf(path);
    isWhole &&= source !== undefined;
    return source && ({ source, start, end } satisfies Span);
  }) as T;
  return isWhole ? value : undefined;
}

function savedSpan({ source, start, end }: Span): SavedSpan {
  const whole = spanIn(source, start, end);
  return { path: whole.source.path, start: whole.start, end: whole.end };
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'source' in value && 'start' in value;
}

function isSavedSpan(value: unknown): value is SavedSpan {
  return typeof value === 'object' && value !== null && 'path' in value && 'start' in value;
}
