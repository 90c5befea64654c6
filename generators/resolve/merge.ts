import { isMap, type PlainMap } from '../util/plain-map.ts';

/**
 * Merges `over` into `base`: maps merge, scalars and lists replace, `null` removes. Neither is changed; what only one
 * of them says is shared with the result.
 */
export function merge(base: unknown, over: unknown): unknown {
  if (!isMap(over)) return over;
  const result: Record<string, unknown> = isMap(base) ? { ...base } : {};
  for (const key of Object.keys(over)) {
    const value = over[key];
    if (value === undefined) continue;
    if (value === null) delete result[key];
    else result[key] = isMap(value) ? merge(Object.hasOwn(result, key) ? result[key] : undefined, value) : value;
  }
  return result;
}

/** Merges a layer of a spoke: as `merge`, but patches are appended, or a layer would silently undo those before it. */
export function mergeLayer(base: PlainMap, over: PlainMap): PlainMap {
  const merged = merge(base, over) as Record<string, unknown>;
  if (Array.isArray(base.patches) && Array.isArray(over.patches)) merged.patches = [...base.patches, ...over.patches];
  return merged;
}
