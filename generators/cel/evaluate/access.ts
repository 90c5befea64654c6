import { reservedWords } from '../syntax/escape-field.ts';
import { areEqual } from './compare.ts';
import {
  failure,
  isList,
  isMap,
  isOptional,
  isTagged,
  isUnknown,
  type MapKey,
  missing,
  optional,
  typeName,
  type Unknown,
  unknown,
  type Value,
} from './value.ts';

/** `operand.field`. An optional operand gives an optional field. */
export function selectField(operand: Value, field: string): Value {
  if (isUnknown(operand)) return knownField(operand, field) ?? unknown(`${innerText(operand.text)}.${field}`);
  if (isOptional(operand)) return selectOptional(operand, field);
  if (!isMap(operand)) return failure(`${typeName(operand)} has no fields, so no "${field}"`);
  const found = operand.get(keyOf(operand, field));
  return found === undefined ? missing(`no such key: ${field}`) : found;
}

/** `operand.?field`. */
export function selectOptional(operand: Value, field: string): Value {
  if (isUnknown(operand)) return unknownOptional(operand, field);
  const of = isOptional(operand) ? operand.value : operand;
  if (of === undefined) return optional();
  if (isUnknown(of)) return unknownOptional(of, field);
  return isMap(of) ? optional(of.get(keyOf(of, field))) : optional();
}

/** `has(operand.field)`. */
export function hasField(operand: Value, field: string): Value {
  if (isUnknown(operand)) {
    return knownField(operand, field) === undefined ? unknown(`has(${innerText(operand.text)}.${field})`) : true;
  }
  if (isOptional(operand)) return operand.value === undefined ? false : hasField(operand.value, field);
  if (!isMap(operand)) return failure(`${typeName(operand)} has no fields, so no "${field}"`);
  return operand.has(keyOf(operand, field));
}

function knownField({ known }: Unknown, field: string): Value | undefined {
  return known?.get(keyOf(known, field));
}

function unknownOptional(operand: Unknown, field: string): Value {
  const found = knownField(operand, field);
  return found === undefined ? unknown(`${innerText(operand.text)}.?${field}`) : optional(found);
}

/** `operand[index]`. */
export function indexInto(operand: Value, index: Value): Value {
  if (isOptional(operand)) return operand.value === undefined ? optional() : indexOptional(operand.value, index);
  if (isList(operand)) {
    const at = positionOf(index);
    if (at === undefined) return failure(`a list has no item ${typeName(index)}`);
    const item = operand[at];
    return item === undefined ? missing(`index out of bounds: ${at}`) : item;
  }
  if (isUnknown(operand)) {
    const found = typeof index === 'string' ? operand.known?.get(index) : undefined;
    return found ?? unknown(`${innerText(operand.text)}[${typeof index === 'bigint' ? index : JSON.stringify(index)}]`);
  }
  if (!isMap(operand)) return failure(`${typeName(operand)} cannot be indexed`);
  const entry = findEntry(operand, index);
  return entry === undefined ? missing(`no such key: ${String(index)}`) : entry;
}

/** `operand[?index]`. */
export function indexOptional(operand: Value, index: Value): Value {
  const of = isOptional(operand) ? operand.value : operand;
  if (of === undefined) return optional();
  if (isList(of)) return optional(of[positionOf(index) ?? -1]);
  return optional(isMap(of) ? findEntry(of, index) : undefined);
}

/** `item in collection`; undefined where an unknown item may be the one. */
export function isIn(item: Value, collection: Value): boolean | undefined {
  if (isMap(collection)) return isUnknown(item) ? undefined : findEntry(collection, item) !== undefined;
  if (!isList(collection)) return false;
  const verdicts = collection.map((each) => areEqual(each, item));
  return verdicts.includes(true) || (verdicts.includes(undefined) ? undefined : false);
}

/** What is between the brackets of a text that is one unknown value, else the text as a literal. */
export function innerText(text: string): string {
  const [, inner] = /^‹([^‹›]*)›$/.exec(text) ?? [];
  return inner ?? JSON.stringify(text);
}

/** Kubernetes escapes the names of fields that are no names of CEL; entries of maps keep theirs. */
function keyOf(map: ReadonlyMap<MapKey, Value>, field: string): string {
  if (map.has(field) || !field.includes('__')) return field;
  const plain = field.replaceAll(/__(underscores|dash|dot|slash)__/g, (_, name: string) => plainCharacters[name] ?? '');
  const [, word = ''] = /^__(.+)__$/.exec(field) ?? [];
  return reservedWords.has(word) ? word : plain;
}

const plainCharacters: Readonly<Record<string, string>> = { underscores: '__', dash: '-', dot: '.', slash: '/' };

function positionOf(index: Value): number | undefined {
  if (typeof index === 'bigint') return Number(index);
  if (typeof index === 'number') return Number.isInteger(index) ? index : undefined;
  return index !== null && typeof index === 'object' && isTagged(index) && index.is === 'uint'
    ? Number(index.value)
    : undefined;
}

function findEntry(map: ReadonlyMap<MapKey, Value>, key: Value): Value | undefined {
  if (typeof key === 'string' || typeof key === 'boolean') return map.get(key);
  const position = positionOf(key);
  return position === undefined ? undefined : map.get(BigInt(position));
}
