import type { Path } from '../../source/path.ts';

type Data = Readonly<Record<string | number, unknown>>;

export interface Field {
  readonly path: Path;
  readonly value: unknown;
  /** Not a map or list with something in it. */
  readonly isLeaf: boolean;
}

/** Every field of a value, parents before what is in them; the value itself is none. */
export function* fieldsBelow(value: unknown, path: Path = []): Generator<Field> {
  for (const key of keysOf(value)) {
    const child = (value as Data)[key];
    const at = [...path, key];
    yield { path: at, value: child, isLeaf: keysOf(child).length === 0 };
    yield* fieldsBelow(child, at);
  }
}

/** The value with another one at a path; without what is there where `other` is undefined. Nothing is changed in place. */
export function withField(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const child = withField((value as Data | undefined)?.[key], rest, other);
  if (Array.isArray(value))
    return child === undefined ? value.filter((_, i) => i !== key) : value.with(Number(key), child);
  const { [key]: _, ...others } = (value ?? {}) as Data;
  // What is replaced keeps its place: some maps are printed in the order in which they were written.
  return child === undefined ? others : { ...(value as Data | undefined), [key]: child };
}

/** Whether a path leads to a field or to what it is part of. */
export function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((segment, i) => segment === path[i]);
}

function keysOf(value: unknown): readonly (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.map((_, i) => i)
    : Object.keys(value).filter((key) => (value as Data)[key] !== undefined);
}
