import { failure, isMap, isUnknown, type MapKey, type Value, type ValueMap } from '../value.ts';
import type { Implementations } from './implementation.ts';

/** What cel-go, its loops and kro do with maps. */
export const mapFunctions: Implementations = {
  size: ([map]) => (isMap(map) ? BigInt(map.size) : undefined),
  merge: ([left, right]) => (isMap(left) && isMap(right) ? new Map([...left, ...right]) : undefined),
  deepMerge: ([left, right]) => (isMap(left) && isMap(right) ? deepMerge(left, right) : undefined),
  'cel.@mapInsert': ([map, key, value]) => {
    if (!isMap(map)) return undefined;
    if (value === undefined) return isMap(key) ? insertAll(map, key) : undefined;
    return isUnknown(map) || !isKey(key) ? undefined : insertAll(map, new Map([[key, value]]));
  },
  newCondition: ([, given]) => (isMap(given) ? (conditionProblem(given) ?? given) : undefined),
};

/** What kro refuses once the values are known. */
function conditionProblem(condition: ValueMap): Value | undefined {
  if (condition.get('type') === '') return failure('runtime.newCondition: type must not be empty');
  const status = condition.get('status');
  if (typeof status !== 'string' || ['True', 'False', 'Unknown'].includes(status)) return undefined;
  return failure(`runtime.newCondition: status must be True, False, or Unknown, got ${JSON.stringify(status)}`);
}

function isKey(value: Value | undefined): value is MapKey {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint';
}

function insertAll(map: ValueMap, more: ValueMap): Value {
  for (const key of more.keys()) if (map.has(key)) return failure(`insert failed: key ${String(key)} already exists`);
  return new Map([...map, ...more]);
}

function deepMerge(left: ValueMap, right: ValueMap): ValueMap {
  const merged = new Map(left);
  for (const [key, value] of right) {
    const before = merged.get(key);
    merged.set(key, isMap(before) && isMap(value) ? deepMerge(before, value) : value);
  }
  return merged;
}
