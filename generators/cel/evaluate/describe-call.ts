import { innerText } from './access.ts';
import { toPlain } from './plain-value.ts';
import { isUnknown, type Unknown, unknown, type Value } from './value.ts';

const longestValue = 60;

/** What a call would give that nobody can make yet: its own text, with what is known of its arguments put in. */
export function unknownCall(name: string, args: readonly Value[], method: boolean): Unknown {
  const [first = '', ...rest] = args.map(textOf);
  if (name === '_[_]') return unknown(`${first}[${rest[0]}]`);
  if (name === '_[?_]') return unknown(`${first}[?${rest[0]}]`);
  if (name === '@in') return unknown(`${first} in ${rest[0]}`);
  const [, prefix] = /^([!-])_$/.exec(name) ?? [];
  if (prefix !== undefined) return unknown(prefix + first);
  const [, infix] = /^_(\W+)_$/.exec(name) ?? [];
  if (infix !== undefined) return unknown(`${first} ${infix} ${rest[0]}`);
  return unknown(method ? `${first}.${name}(${rest.join(', ')})` : `${name}(${args.map(textOf).join(', ')})`);
}

/** A value as it may stand within an expression. */
export function textOf(value: Value): string {
  if (isUnknown(value)) return innerText(value.text);
  const text = JSON.stringify(toPlain(value), (_, part) => (isUnknown(part) ? part.text : part));
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
