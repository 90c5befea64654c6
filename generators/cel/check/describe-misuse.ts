import type { Overload } from '../functions/signature.ts';
import { type CelType, formatType } from '../types/cel-type.ts';

const mostForms = 4;
const comparisons = ['_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_'];

/** Why no form of a function takes these arguments, and what it would take. */
export function describeMisuse(
  name: string,
  given: readonly CelType[],
  overloads: readonly Overload[],
  method: boolean,
): string {
  const types = given.map(formatType);
  const [left, right] = types;
  if (name === '_?_:_') return describeCondition(given);
  if (name === 'cel.@mapInsert') return `This must be a map of one entry, and is ${types.at(-1)}.`;
  if (name === '@sortByAssociatedKeys') return `${left} cannot be sorted by ${right}.`;
  if (name === '_[_]' || name === '_[?_]') return `${left} cannot be indexed by ${right}.`;
  if (name === '@in') return `${left} cannot be in ${right}.`;
  const [, sign] = /^_(.+)_$/.exec(name) ?? [];
  const advice = adviseOptional(given);
  if (comparisons.includes(name)) return `${left} cannot be compared with ${right} by "${sign}"${advice ?? '.'}`;
  if (sign !== undefined) return `"${sign}" takes no ${left} and ${right}${advice ?? adviseText(name, given)}`;
  const [, prefix] = /^(.)_$/.exec(name) ?? [];
  if (prefix !== undefined) return `"${prefix}" takes no ${left}.`;
  const called = method ? `${left}.${name}(${types.slice(1).join(', ')})` : `${name}(${types.join(', ')})`;
  return `There is no ${called}${listForms(name, overloads)}`;
}

/** Macros are made of conditions too: the test of a filter is one. */
function describeCondition([test, yes, no]: readonly CelType[]): string {
  if (test !== undefined && !['bool', 'dyn', 'error'].includes(test.kind))
    return `This must be true or false, and is ${formatType(test)}.`;
  const [left, right] = [yes, no].map((type) => (type === undefined ? '' : formatType(type)));
  return `Both branches of a condition must be of one type, and these are ${left} and ${right}.`;
}

function adviseOptional(given: readonly CelType[]): string | undefined {
  const { length } = given.filter(({ kind }) => kind === 'optional');
  return length > 0 && length < given.length
    ? '; orValue(…) gives the value, or another one if it is absent.'
    : undefined;
}

function adviseText(name: string, given: readonly CelType[]): string {
  const isText = given.map(({ kind }) => kind === 'string');
  return name === '_+_' && isText.includes(true) && isText.includes(false) ? '; string(…) makes a text of it.' : '.';
}

function listForms(name: string, overloads: readonly Overload[]): string {
  const forms = overloads.map(({ method, args, result }) => {
    const types = args.map(formatType);
    const call = method ? `${types[0]}.${name}(${types.slice(1).join(', ')})` : `${name}(${types.join(', ')})`;
    return `${call}: ${formatType(result)}`;
  });
  if (forms.length > mostForms) return '.';
  return `; there is ${forms.join(', ')}.`;
}
