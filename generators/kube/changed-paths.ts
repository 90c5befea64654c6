import type { Path } from '../source/path.ts';

/** The paths at which two documents differ, as deep as they go: of a map or list that only one of them has, every field. */
export function changedPaths(before: unknown, after: unknown, at: Path = []): readonly Path[] {
  // What a change left alone is shared by both.
  if (before === after) return [];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  const isList = sortOf(before ?? after) === 'list' && sortOf(after ?? before) === 'list';
  const within = [...keys].flatMap((key) =>
    changedPaths(own(old, key), own(now, key), [...at, isList ? Number(key) : key]),
  );
  const isSameSort = sortOf(before) === sortOf(after) && sortOf(before) !== 'scalar';
  const isWhole = before === undefined || after === undefined;
  return isSameSort || (isWhole && within.length > 0) ? within : [at, ...within];
}

function sortOf(value: unknown): 'scalar' | 'list' | 'map' {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'map' : 'scalar';
}

function entriesOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function own(entries: object, key: string): unknown {
  return Object.hasOwn(entries, key) ? (entries as Record<string, unknown>)[key] : undefined;
}
