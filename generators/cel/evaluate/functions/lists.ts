import { isIn } from '../access.ts';
import { arithmetic } from '../arithmetic.ts';
import { areEqual, compare } from '../compare.ts';
import { failure, isFailure, isList, typeName, type Value } from '../value.ts';
import type { Implementation, Implementations } from './implementation.ts';

const ofList =
  (compute: (list: readonly Value[], ...more: Value[]) => Value | undefined): Implementation =>
  ([list, ...more]) =>
    isList(list) ? compute(list, ...more) : undefined;

const maxRange = 1_000_000;
/** Items of a list of which each is held against each. */
const mostCompared = 3_000;

/** What the list extensions of cel-go, Kubernetes and kro do. */
export const listFunctions: Implementations = {
  size: ofList((list) => BigInt(list.length)),
  reverse: ofList((list) => list.toReversed()),
  distinct: ofList((list) =>
    list.length > mostCompared ? undefined : list.filter((item, index) => !isIn(item, list.slice(0, index))),
  ),
  flatten: ofList((list, depth = 1n) => {
    if (typeof depth !== 'bigint') return undefined;
    return depth < 0n ? failure('level must be non-negative') : flatten(list, Number(depth));
  }),
  slice: ofList((list, start, end) => {
    if (typeof start !== 'bigint' || typeof end !== 'bigint') return undefined;
    if (start < 0n || end < 0n || start > end || end > BigInt(list.length))
      return failure(`cannot slice(${start}, ${end}), list has length ${list.length}`);
    return list.slice(Number(start), Number(end));
  }),
  'lists.range': ([count]) => {
    if (typeof count !== 'bigint' || count > maxRange) return undefined;
    if (count < 0n) return failure(`lists.range: size must be non-negative, got ${count}`);
    return Array.from({ length: Number(count) }, (_, index) => BigInt(index));
  },
  sort: ofList((list) => sortBy(list, list)),
  '@sortByAssociatedKeys': ofList((list, keys) => (isList(keys) ? sortBy(list, keys) : undefined)),
  isSorted: ofList((list) =>
    list.every((item, index) => index === 0 || (compare(list[index - 1] ?? null, item) ?? 1) <= 0),
  ),
  sum: ofList(sum),
  min: ofList((list) => extreme(list, (order) => order < 0, 'min')),
  max: ofList((list) => extreme(list, (order) => order > 0, 'max')),
  indexOf: ofList((list, item = null) => BigInt(list.findIndex((each) => areEqual(each, item)))),
  lastIndexOf: ofList((list, item = null) => BigInt(list.findLastIndex((each) => areEqual(each, item)))),
  'lists.setAtIndex': ofList((list, index, value = null) => {
    if (typeof index !== 'bigint') return undefined;
    return within(index, list.length - 1) ?? list.with(Number(index), value);
  }),
  'lists.insertAtIndex': ofList((list, index, value = null) => {
    if (typeof index !== 'bigint') return undefined;
    return within(index, list.length) ?? list.toSpliced(Number(index), 0, value);
  }),
  'lists.removeAtIndex': ofList((list, index) => {
    if (typeof index !== 'bigint') return undefined;
    return within(index, list.length - 1) ?? list.toSpliced(Number(index), 1);
  }),
};

function within(index: bigint, last: number): Value | undefined {
  return index < 0n || index > last ? failure(`index ${index} out of bounds`) : undefined;
}

function flatten(list: readonly Value[], depth: number): readonly Value[] {
  return list.flatMap((item) => (isList(item) && depth > 0 ? flatten(item, depth - 1) : [item]));
}

function sortBy(list: readonly Value[], keys: readonly Value[]): Value {
  const types = new Set(keys.map(typeName));
  if (types.size > 1) return failure('list elements must have the same type');
  const order = list.map((_, index) => index);
  order.sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null) ?? 0);
  return order.map((index) => list[index] ?? null);
}

function sum(list: readonly Value[]): Value | undefined {
  const [first, ...rest] = list;
  if (first === undefined) return 0n;
  let total: Value | undefined = first;
  for (const item of rest) {
    if (total === undefined || isFailure(total)) return total;
    total = arithmetic['_+_']?.(total, item);
  }
  return total;
}

function extreme(list: readonly Value[], isBetter: (order: number) => boolean, name: string): Value {
  const [first, ...rest] = list;
  if (first === undefined) return failure(`${name} called on empty list`);
  return rest.reduce<Value>((best, item) => (isBetter(compare(item, best) ?? 0) ? item : best), first);
}
