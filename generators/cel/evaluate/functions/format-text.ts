import { failure, isList, isMap, isTagged, isUnknown, typeName, unknownText, type Value } from '../value.ts';
import { formatDouble } from './format-double.ts';
import { formatDuration, formatMoment } from './time-text.ts';

/** Digits behind the point that JavaScript writes. */
const mostDigits = 100;

/** `"%s-%03d".format([…])`, with the verbs of cel-go: https://github.com/google/cel-go/tree/master/ext#format */
export function formatText(pattern: string, args: readonly Value[]): Value | undefined {
  let used = 0;
  let isBeyond = false;
  let problem: string | undefined;
  const text = pattern.replace(/%(?:%|(?:\.(\d+))?(.))/gs, (whole, precision: string | undefined, verb: string) => {
    if (whole === '%%') return '%';
    const arg = args[used++];
    if (arg === undefined) problem ??= `index ${used - 1} out of range`;
    else if (isUnknown(arg)) return arg.text;
    const digits = precision === undefined ? 6 : Number(precision);
    if (digits > mostDigits) isBeyond = true;
    const part = arg === undefined ? '' : formatOne(verb, arg, Math.min(digits, mostDigits));
    if (part === undefined) problem ??= `"%${verb}" takes no ${typeName(arg ?? null)}`;
    return part ?? '';
  });
  if (problem !== undefined) return failure(problem);
  if (isBeyond) return undefined;
  return args.some(isUnknown) ? unknownText(text) : text;
}

function formatOne(verb: string, value: Value, precision: number): string | undefined {
  const whole = wholeOf(value);
  switch (verb) {
    case 's':
      return textOf(value);
    case 'd':
      return typeof value === 'number' ? formatDouble(value) : whole?.toString();
    case 'f':
      return typeof value === 'number' || whole !== undefined ? Number(whole ?? value).toFixed(precision) : undefined;
    case 'e': {
      if (typeof value !== 'number' && whole === undefined) return undefined;
      return Number(whole ?? value)
        .toExponential(precision)
        .replace(/e([+-])(\d)$/, 'e$10$2');
    }
    case 'b':
      return typeof value === 'boolean' ? String(Number(value)) : whole?.toString(2);
    case 'o':
      return whole?.toString(8);
    case 'x':
      return hexOf(value);
    case 'X':
      return hexOf(value)?.toUpperCase();
    default:
      return undefined;
  }
}

/** What `%s` makes of any value. */
function textOf(value: Value): string {
  if (typeof value === 'number') return formatDouble(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (isList(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isMap(value)) {
    const entries = [...value].map(([key, entry]) => `${String(key)}: ${textOf(entry)}`);
    return `{${entries.sort().join(', ')}}`;
  }
  if (!isTagged(value)) return String(value);
  if (value.is === 'timestamp') return formatMoment(value);
  if (value.is === 'duration') return formatDuration(value);
  if (value.is === 'uint') return value.value.toString();
  return value.is === 'unknown' ? value.text : value.is;
}

function hexOf(value: Value): string | undefined {
  if (typeof value === 'string') return hexOf(new TextEncoder().encode(value));
  if (value instanceof Uint8Array) return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return wholeOf(value)?.toString(16);
}

function wholeOf(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return isTagged(value) && value.is === 'uint' ? value.value : undefined;
}
