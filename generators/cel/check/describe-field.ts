import { didYouMean } from '../../util/did-you-mean.ts';
import { formatType, type StructType } from '../types/cel-type.ts';

/** That an object has no such field, and which it has. */
export function describeField(type: StructType, field: string): string {
  const names = type.fields?.names ?? [];
  return `${formatType(type)} has no field "${field}".${didYouMean(field, names.map(plainName))}`;
}

/** A keyword may be written as it is where a field is selected. */
function plainName(field: string): string {
  return /^__([a-z]+)__$/.exec(field)?.[1] ?? field;
}
