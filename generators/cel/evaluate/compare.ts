import { isList, isMap, isOptional, isTagged, isUnknown, type Value } from './value.ts';

/** Neither yes nor no. */
type Verdict = boolean | undefined;

/** Numbers are equal by what they count, whatever their type. Undefined where only an unknown part can tell. */
export function areEqual(left: Value, right: Value): Verdict {
  if (isUnknown(left) || isUnknown(right)) return undefined;
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return compareNumbers(a, b) === 0;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right) === 0;
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) return false;
    return allOf(left.map((item, index) => areEqual(item, right[index] ?? null)));
  }
  if (isMap(left) && isMap(right)) {
    if (left.size !== right.size) return false;
    return allOf([...left].map(([key, value]) => right.has(key) && areEqual(value, right.get(key) ?? null)));
  }
  if (isOptional(left) && isOptional(right)) {
    if (left.value === undefined || right.value === undefined) return left.value === right.value;
    return areEqual(left.value, right.value);
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  if (!isTagged(left) || !isTagged(right) || left.is !== right.is) return false;
  if ('nanoseconds' in left && 'nanoseconds' in right) return left.nanoseconds === right.nanoseconds;
  return 'content' in left && 'content' in right && left.type === right.type && left.text === right.text;
}

/** No as soon as one is no; unknown if one is and none is no. */
function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** Less than zero, zero or more, as the first is less than, equal to or more than the second; undefined when they have no order. NaN is neither. */
export function compare(left: Value, right: Value): number | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return compareNumbers(a, b);
  if (typeof left === 'string' && typeof right === 'string') return compareBytes(utf8(left), utf8(right));
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right);
  if (left === null || right === null || !isTagged(left) || !isTagged(right) || left.is !== right.is) return undefined;
  if ('nanoseconds' in left && 'nanoseconds' in right) return compareNumbers(left.nanoseconds, right.nanoseconds);
  return undefined;
}

function numberOf(value: Value): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return value !== null && typeof value === 'object' && isTagged(value) && value.is === 'uint'
    ? value.value
    : undefined;
}

function compareNumbers(left: bigint | number, right: bigint | number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : 0;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (const [at, byte] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return left.length - right.length;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
