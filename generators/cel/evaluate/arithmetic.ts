import { type Duration, failure, isList, isTagged, type Moment, typeName, type Unsigned, type Value } from './value.ts';

/** What an operator gives; undefined when it takes no values of these types. */
type Operate = (left: Value, right: Value) => Value | undefined;

const maxInt = 2n ** 63n - 1n;
const maxUnsigned = 2n ** 64n - 1n;

export const arithmetic: Readonly<Record<string, Operate>> = {
  '_+_': add,
  '_-_': subtract,
  '_*_': (left, right) =>
    numeric(
      left,
      right,
      (a, b) => a * b,
      (a, b) => a * b,
    ),
  '_/_': (left, right) =>
    divide(
      left,
      right,
      (a, b) => a / b,
      (a, b) => a / b,
    ),
  '_%_': (left, right) =>
    typeof left === 'number'
      ? undefined
      : divide(
          left,
          right,
          (a, b) => a % b,
          (a, b) => a % b,
        ),
};

function add(left: Value, right: Value): Value | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isList(left) && isList(right)) return [...left, ...right];
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.from([...left, ...right]);
  const [a, b] = [timeOf(left), timeOf(right)];
  if (a === undefined || b === undefined)
    return numeric(
      left,
      right,
      (x, y) => x + y,
      (x, y) => x + y,
    );
  const nanoseconds = a.nanoseconds + b.nanoseconds;
  if (a.is === 'timestamp' && b.is === 'timestamp') return undefined;
  return a.is === b.is ? { is: 'duration', nanoseconds } : boundedMoment(nanoseconds);
}

function subtract(left: Value, right: Value): Value | undefined {
  const [a, b] = [timeOf(left), timeOf(right)];
  if (a === undefined || b === undefined)
    return numeric(
      left,
      right,
      (x, y) => x - y,
      (x, y) => x - y,
    );
  if (a.is === 'duration' && b.is === 'timestamp') return undefined;
  const nanoseconds = a.nanoseconds - b.nanoseconds;
  return a.is === b.is ? { is: 'duration', nanoseconds } : boundedMoment(nanoseconds);
}

export function negate(value: Value): Value {
  if (typeof value === 'number') return -value;
  return typeof value === 'bigint' ? boundedInt(-value) : failure(`"-" takes no ${typeName(value)}`);
}

function divide(
  left: Value,
  right: Value,
  whole: (a: bigint, b: bigint) => bigint,
  double: (a: number, b: number) => number,
): Value | undefined {
  const divisor = unsignedOf(right)?.value ?? right;
  return divisor === 0n && typeof left !== 'number' ? failure('division by zero') : numeric(left, right, whole, double);
}

/** int, uint and double each with their own kind. An int outside of its 64 bits is an error, not another number. */
function numeric(
  left: Value,
  right: Value,
  whole: (a: bigint, b: bigint) => bigint,
  double: (a: number, b: number) => number,
): Value | undefined {
  if (typeof left === 'bigint' && typeof right === 'bigint') return boundedInt(whole(left, right));
  if (typeof left === 'number' && typeof right === 'number') return double(left, right);
  const [a, b] = [unsignedOf(left), unsignedOf(right)];
  return a && b && boundedUnsigned(whole(a.value, b.value));
}

/** An int, if it is one. */
export function boundedInt(value: bigint): Value {
  return value > maxInt || value < -maxInt - 1n ? failure('integer overflow') : value;
}

/** A time of the years 1 to 9999. */
export function boundedMoment(nanoseconds: bigint): Value {
  const second = 1_000_000_000n;
  if (nanoseconds < -62_135_596_800n * second || nanoseconds >= 253_402_300_800n * second)
    return failure('timestamp overflow');
  return { is: 'timestamp', nanoseconds };
}

export function boundedUnsigned(value: bigint): Value {
  return value > maxUnsigned || value < 0n ? failure('unsigned integer overflow') : { is: 'uint', value };
}

function unsignedOf(value: Value): Unsigned | undefined {
  return isTagged(value) && value.is === 'uint' ? value : undefined;
}

function timeOf(value: Value): Moment | Duration | undefined {
  return isTagged(value) && (value.is === 'timestamp' || value.is === 'duration') ? value : undefined;
}
