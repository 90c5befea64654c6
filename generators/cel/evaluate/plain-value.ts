import { toBase64 } from './functions/base64.ts';
import { formatMoment, printDuration } from './functions/time-text.ts';
import {
  isList,
  isMap,
  isTagged,
  type MapKey,
  type Omitted,
  omitted,
  type Tagged,
  type Unknown,
  type Value,
} from './value.ts';

/** What JSON can hold, and the two that it cannot: a value that is unknown, and a field that is left out. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | Unknown
  | Omitted;

/** Tells these two from data that looks like them. */
const boundary = Symbol('a value of the evaluator');

/** An unknown value to put among plain ones; `origin` says where it will come from: `vpc.status.vpcID`. */
export function unknownValue(origin: string): Unknown {
  return mark({ is: 'unknown', text: `‹${origin}›` });
}

export function isUnknownValue(plain: unknown): plain is Unknown {
  return isMarked(plain) && plain.is === 'unknown';
}

/** Whether the field that the expression stands in is to be left out. */
export function isOmittedValue(plain: unknown): plain is Omitted {
  return isMarked(plain) && plain.is === 'omitted';
}

/** Plain data as CEL sees it. A number without a fraction is an int, as in JSON that kro reads. */
export function fromPlain(plain: unknown): Value {
  if (typeof plain === 'number') return Number.isSafeInteger(plain) ? BigInt(plain) : plain;
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (typeof plain !== 'object' || plain === null) return (plain ?? null) as Value;
  if (isMarked(plain)) return plain;
  return new Map(Object.entries(plain).map(([key, value]): [MapKey, Value] => [key, fromPlain(value)]));
}

/** The other way. Entries and items that are left out are gone. */
export function toPlain(value: Value): Plain {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (isList(value)) return value.filter(isKept).map(toPlain);
  if (isMap(value)) {
    const entries = [...value].filter(([, entry]) => isKept(entry));
    return Object.fromEntries(entries.map(([key, entry]) => [String(key), toPlain(entry)]));
  }
  return isTagged(value) ? plainOf(value) : value;
}

function plainOf(value: Tagged): Plain {
  switch (value.is) {
    case 'uint':
      return Number(value.value);
    case 'optional':
      return value.value === undefined ? null : toPlain(value.value);
    case 'timestamp':
      return formatMoment({ is: 'timestamp', nanoseconds: value.nanoseconds - wrap(value.nanoseconds, second) });
    case 'duration':
      return printDuration(value);
    case 'opaque':
      return value.text;
    case 'failure':
      return null;
    default:
      return mark(value);
  }
}

/** kro writes whole seconds into a field. */
const second = 1_000_000_000n;
const wrap = (value: bigint, size: bigint) => ((value % size) + size) % size;

function isKept(value: Value): boolean {
  return value !== omitted;
}

function mark<Kind extends Unknown | Omitted>(value: Kind): Kind {
  return { ...value, [boundary]: true };
}

function isMarked(plain: unknown): plain is Unknown | Omitted {
  return typeof plain === 'object' && plain !== null && boundary in plain;
}
