import { isList, isMap, isOptional, isUnknown, type Value } from './value.ts';

/** Of one value, in characters and items: an object in a cluster holds less than this. */
export const mostSize = 1_000_000;

/** Characters, or items, of a value itself. */
export function lengthOf(value: Value): number {
  if (typeof value === 'string' || value instanceof Uint8Array || isList(value)) return value.length;
  return isMap(value) ? value.size : 1;
}

/** Characters and items of a value when it is written out: a list that holds another one twice is twice as large. */
export type SizeOf = (value: Value) => number;

/** Lists and maps are made once and hold what is made already: the size of a part is not counted again. */
export function newSizeOf(): SizeOf {
  const counted = new WeakMap<object, number>();
  return function sizeOf(value): number {
    if (typeof value === 'string' || value instanceof Uint8Array) return value.length;
    if (isUnknown(value)) return value.text.length;
    if (isOptional(value)) return value.value === undefined ? 1 : sizeOf(value.value);
    if (!isList(value) && !isMap(value)) return 1;
    const known = counted.get(value);
    if (known !== undefined) return known;
    let size = 1;
    for (const part of value.values()) size += sizeOf(part);
    if (isMap(value)) for (const key of value.keys()) size += sizeOf(key);
    counted.set(value, size);
    return size;
  };
}
