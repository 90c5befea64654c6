import { failure, isList, isMap, isOptional, isTagged, omitted, optional, type Value } from '../value.ts';
import type { Implementations } from './implementation.ts';

/** What is made of optional values; `or` and `orValue` stop early, so `run` has them. */
export const optionalFunctions: Implementations = {
  'optional.of': ([value = null]) => optional(value),
  'optional.none': () => optional(),
  'optional.ofNonZeroValue': ([value = null]) => (isZero(value) ? optional() : optional(value)),
  hasValue: ([value]) => (isOptional(value) ? value.value !== undefined : undefined),
  value: ([value]) => (isOptional(value) ? (value.value ?? failure('optional.none() dereference')) : undefined),
  'optional.unwrap': ([list]) => unwrap(list),
  unwrapOpt: ([list]) => unwrap(list),
  first: ([list]) => (isList(list) ? optional(list[0]) : undefined),
  last: ([list]) => (isList(list) ? optional(list.at(-1)) : undefined),
  omit: () => omitted,
};

function unwrap(list: Value | undefined): Value | undefined {
  if (!isList(list) || !list.every(isOptional)) return undefined;
  return list.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

function isZero(value: Value): boolean {
  if (isList(value) || value instanceof Uint8Array) return value.length === 0;
  if (isMap(value)) return value.size === 0;
  if (!isTagged(value)) return value === null || value === false || value === '' || value === 0n || value === 0;
  if (value.is === 'uint') return value.value === 0n;
  return value.is === 'duration' ? value.nanoseconds === 0n : value.is === 'optional' && value.value === undefined;
}
