import { boundedInt, boundedMoment, boundedUnsigned } from '../arithmetic.ts';
import { failure, isTagged, isUnknown, typeName, type Value } from '../value.ts';
import { shortestDouble } from './format-double.ts';
import type { Implementations } from './implementation.ts';
import { formatDuration, formatMoment, parseDuration, parseMoment } from './time-text.ts';

const second = 1_000_000_000n;
const truths: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['1', 't', 'T', 'true', 'True', 'TRUE'].map((text) => [text, true])),
  ...Object.fromEntries(['0', 'f', 'F', 'false', 'False', 'FALSE'].map((text) => [text, false])),
};

/** From one type to another. A text that does not say a value of the type is an error. */
export const conversions: Implementations = {
  dyn: ([value]) => value,
  type: ([value = null]) => ({ is: 'opaque', type: 'type', content: undefined, text: typeName(value) }),
  bool: ([value = null]) => {
    if (typeof value === 'boolean') return value;
    return typeof value === 'string' ? (truths[value] ?? cannot(value, 'bool')) : undefined;
  },
  int: ([value = null]) => toInt(value),
  uint: ([value = null]) => {
    const whole = toInt(value);
    return typeof whole === 'bigint' ? boundedUnsigned(whole) : whole;
  },
  double: ([value = null]) => {
    if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
    if (isTagged(value) && value.is === 'uint') return Number(value.value);
    if (typeof value !== 'string') return undefined;
    const [, sign, special] = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(value) ?? [];
    if (special !== undefined) return /^nan$/i.test(special) ? Number.NaN : sign === '-' ? -Infinity : Infinity;
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : cannot(value, 'double');
  },
  string: ([value = null]) => toText(value),
  bytes: ([value = null]) => {
    if (value instanceof Uint8Array) return value;
    return typeof value === 'string' ? new TextEncoder().encode(value) : undefined;
  },
  timestamp: ([value = null]) => {
    if (typeof value === 'bigint') return boundedMoment(value * second);
    if (typeof value === 'string') return parseMoment(value) ?? cannot(value, 'timestamp');
    return isTagged(value) && value.is === 'timestamp' ? value : undefined;
  },
  duration: ([value = null]) => {
    if (typeof value === 'string') return parseDuration(value) ?? cannot(value, 'duration');
    return isTagged(value) && value.is === 'duration' ? value : undefined;
  },
};

function toInt(value: Value): Value | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) ? boundedInt(BigInt(Math.trunc(value))) : failure('integer overflow');
  if (typeof value === 'string') return /^[+-]?\d+$/.test(value) ? boundedInt(BigInt(value)) : cannot(value, 'int');
  if (!isTagged(value)) return undefined;
  if (value.is === 'uint') return boundedInt(value.value);
  if (value.is === 'timestamp') return value.nanoseconds / second;
  return value.is === 'duration' ? value.nanoseconds : undefined;
}

function toText(value: Value): Value | undefined {
  if (typeof value === 'string' || isUnknown(value)) return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return shortestDouble(value);
  if (value instanceof Uint8Array) return decode(value);
  if (!isTagged(value)) return failure(`no text can be made of ${typeName(value)}`);
  if (value.is === 'uint') return String(value.value);
  if (value.is === 'timestamp') return formatMoment(value);
  if (value.is === 'duration') return formatDuration(value);
  return value.is === 'opaque' ? value.text : undefined;
}

function decode(bytes: Uint8Array): Value {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return failure('invalid UTF-8 in bytes, cannot convert to string');
  }
}

function cannot(value: string, type: string): Value {
  return failure(`${JSON.stringify(value)} is no ${type}`);
}
