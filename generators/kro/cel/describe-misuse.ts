import { type CelType, formatType } from './cel-type.ts';
import type { Overload } from './functions/signature.ts';

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
  if (name === '_?_:_')
    return `A condition must be true or false, and both branches of one type; these are ${types.join(', ')}.`;
  if (name === '_[_]' || name === '_[?_]') return `${left} cannot be indexed by ${right}.`;
  if (name === '@in') return `${left} cannot be in ${right}.`;
  const [, sign] = /^_(.+)_$/.exec(name) ?? [];
  if (comparisons.includes(name)) return `${left} cannot be compared with ${right} by "${sign}".`;
  if (sign !== undefined) return `"${sign}" takes no ${left} and ${right}${adviseText(name, given)}`;
  const [, prefix] = /^(.)_$/.exec(name) ?? [];
  if (prefix !== undefined) return `"${prefix}" takes no ${left}.`;
  const called = method ? `${left}.${name}(${types.slice(1).join(', ')})` : `${name}(${types.join(', ')})`;
  return `There is no ${called}${listForms(name, overloads)}`;
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
