import { type CelType, formatType, type MapType, type StructType } from './cel-type.ts';
import { sameType } from './same-type.ts';

/** Why a value of one type may not stand where another is expected, from the outside in; undefined when it may. */
export type Mismatch = string | undefined;

/**
 * Whether kro lets an expression of type `from` fill a field of type `to`: the types are equal, or what they hold agrees.
 * An object may have fewer fields than expected, never more. After kro's pkg/cel/compatibility.go, gaps included: a text
 * may stand for an object there, and a map for a list of its keys. The API server refuses those later.
 */
export function explainMismatch(from: CelType, to: CelType): Mismatch {
  if (from.kind === 'dyn' || to.kind === 'dyn' || sameType(from, to)) return undefined;
  if (from.kind === 'optional') return explainMismatch(from.value, to);
  if (to.kind === 'struct') {
    if (from.kind === 'map') return mapToStruct(from, to);
    return from.kind === 'struct' ? structToStruct(from, to) : undefined;
  }
  if (to.kind === 'map') {
    if (from.kind === 'struct') return structToMap(from, to);
    if (from.kind === 'map')
      return within('key', explainMismatch(from.key, to.key)) ?? within('value', explainMismatch(from.value, to.value));
  }
  if (to.kind === 'list') {
    if (from.kind === 'list') return within('item', explainMismatch(from.element, to.element));
    if (from.kind === 'map') return within('item', explainMismatch(from.key, to.element));
  }
  if (from.kind === to.kind) return undefined;
  return `${formatType(from)} is not ${formatType(to)}`;
}

export function isAssignable(from: CelType, to: CelType): boolean {
  return explainMismatch(from, to) === undefined;
}

function structToStruct(from: StructType, to: StructType): Mismatch {
  if (!from.comparable || !to.comparable || to.fields?.open) return undefined;
  for (const name of from.fields?.names ?? []) {
    const given = from.fields?.get(name);
    const expected = to.fields?.get(name);
    if (given === undefined) continue;
    if (expected === undefined) return `${formatType(to)} has no field "${name}"`;
    const mismatch = within(`field "${name}"`, explainMismatch(given, expected));
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function mapToStruct(from: MapType, to: StructType): Mismatch {
  if (!to.comparable || to.fields === undefined) return undefined;
  if (from.key.kind !== 'string') return `a map with keys of type ${formatType(from.key)} is no object`;
  for (const name of to.fields.names) {
    const expected = to.fields.get(name);
    const mismatch = expected && within(`field "${name}"`, explainMismatch(from.value, expected));
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function structToMap(from: StructType, to: MapType): Mismatch {
  if (!from.comparable || from.fields === undefined) return undefined;
  if (to.key.kind !== 'string') return `an object is no map with keys of type ${formatType(to.key)}`;
  for (const name of from.fields.names) {
    const given = from.fields.get(name);
    const mismatch = given && within(`field "${name}"`, explainMismatch(given, to.value));
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function within(part: string, mismatch: Mismatch): Mismatch {
  return mismatch && `${part}: ${mismatch}`;
}
