import type { Path } from '../../source/path.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';

/** What a kind asks of its objects that no schema says, in terms of what stands in them literally: what holds an expression of kro is unknown. */
export type ObjectRule = (object: PlainMap, say: Say) => void;

export type Say = (path: Path, message: string) => void;

export function mapAt(value: unknown, ...path: Path): PlainMap | undefined {
  const found = valueAt(value, path);
  return isMap(found) ? found : undefined;
}

export function listAt(value: unknown, ...path: Path): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** A text without expressions. */
export function textAt(value: unknown, ...path: Path): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && isLiteral(found) ? found : undefined;
}

export function numberAt(value: unknown, ...path: Path): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : undefined;
}

export const isAbsent = (map: PlainMap, key: string): boolean => (map[key] ?? undefined) === undefined;

export const isLiteral = (text: string): boolean => !text.includes('${');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[segment] : undefined,
    value,
  );
}
