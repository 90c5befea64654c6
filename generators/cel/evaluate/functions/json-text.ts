import { byCodePoint } from '../../../util/code-point-order.ts';
import {
  failure,
  holdsUnknown,
  isList,
  isMap,
  isOptional,
  isTagged,
  isUnknown,
  type MapKey,
  unknownText,
  type Value,
} from '../value.ts';
import { toBase64 } from './base64.ts';

/** As Go writes JSON: keys in order, no spaces, and nothing that HTML would read. */
export function printJson(value: Value): Value | undefined {
  const text = print(value);
  if (text === undefined) return undefined;
  return holdsUnknown(value) ? unknownText(text) : text;
}

/** The same by cel-go's `json.encode`, which makes texts of the numbers that JavaScript cannot hold; those are not made here. */
export function encodeJson(value: Value): Value | undefined {
  return holdsLargeInt(value) ? undefined : printJson(value);
}

function holdsLargeInt(value: Value): boolean {
  if (isList(value)) return value.some(holdsLargeInt);
  if (isMap(value)) return [...value.values()].some(holdsLargeInt);
  return typeof value === 'bigint' && !Number.isSafeInteger(Number(value));
}

function print(value: Value): string | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'string') return printText(value);
  if (value instanceof Uint8Array) return printText(toBase64(value));
  if (isList(value)) {
    const items = value.map(print);
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  if (isMap(value)) return printMap(value);
  if (isUnknown(value)) return printText(value.text);
  if (isOptional(value)) return value.value === undefined ? 'null' : print(value.value);
  return isTagged(value) && value.is === 'uint' ? String(value.value) : undefined;
}

function printMap(map: ReadonlyMap<MapKey, Value>): string | undefined {
  const entries: string[] = [];
  for (const [key, value] of [...map].sort(([a], [b]) => byCodePoint(String(a), String(b)))) {
    const printed = print(value);
    if (printed === undefined || typeof key !== 'string') return undefined;
    entries.push(`${printText(key)}:${printed}`);
  }
  return `{${entries.join(',')}}`;
}

function printText(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escaped);
}

/** Every number of JSON is a double here, as Go reads it. */
export function parseJson(text: string): Value {
  try {
    return adopt(JSON.parse(text));
  } catch {
    return failure('json.unmarshal failed to parse JSON');
  }
}

function adopt(value: unknown): Value {
  if (Array.isArray(value)) return value.map(adopt);
  if (typeof value !== 'object' || value === null) return value as Value;
  return new Map(Object.entries(value).map(([key, entry]): [MapKey, Value] => [key, adopt(entry)]));
}
