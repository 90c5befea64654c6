import type { Expression } from '../syntax/expression.ts';
import { type CelType, formatType } from '../types/cel-type.ts';

const numbers = ['int', 'uint', 'double'];
const kinds: Readonly<Record<string, readonly string[]>> = {
  d: numbers,
  f: numbers,
  e: numbers,
  b: ['bool', 'int', 'uint'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
  o: ['int', 'uint'],
  s: [...numbers, 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null', 'list', 'map'],
};

/** Where the verbs of a pattern and the values after it do not fit together. After cel-go's ext/formatting_v2.go. */
export function checkFormat(
  pattern: string,
  items: readonly Expression[],
  typeOf: (item: Expression) => CelType,
): { message: string; at: Expression | undefined } | undefined {
  let used = 0;
  for (const [verb, name] of pattern.matchAll(/%(?:%|(?:\.\d+)?([\s\S])?)/g)) {
    if (verb === '%%') continue;
    const item = items[used++];
    const allowed = kinds[name ?? ''];
    if (allowed === undefined) return { message: `"${verb}" is no verb of format().`, at: undefined };
    if (item === undefined)
      return { message: `There is no value for "${verb}", the ${used}. of the pattern.`, at: undefined };
    const wrong = firstOther(item, allowed, typeOf, name === 's');
    if (wrong !== undefined)
      return { message: `"${verb}" takes ${allowed.join(', ')}, and no ${formatType(wrong.type)}.`, at: wrong.at };
  }
  if (items.length <= used) return undefined;
  return { message: `The pattern takes ${used} of the ${items.length} values.`, at: items[used] };
}

/** The first part of a value that a verb does not take; it looks into lists and maps that are written out. */
function firstOther(
  at: Expression,
  allowed: readonly string[],
  typeOf: (item: Expression) => CelType,
  deep: boolean,
): { type: CelType; at: Expression } | undefined {
  const type = typeOf(at);
  if (type.kind !== 'dyn' && type.kind !== 'error' && !allowed.includes(type.kind)) return { type, at };
  if (!deep) return undefined;
  const parts =
    at.kind === 'list'
      ? at.items.map(({ value }) => value)
      : at.kind === 'map'
        ? at.entries.flatMap(({ key, value }) => [key, value])
        : [];
  for (const part of parts) {
    const wrong = firstOther(part, allowed, typeOf, deep);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
