import { isMap } from '../../util/plain-map.ts';
import { type JsonSchema, typeOf, valuesOf } from './json-schema.ts';

/** Text of a file in a message: short, in double quotes. */
export function quoted(text: string): string {
  return `"${text.length <= 60 ? text : `${text.slice(0, 59)}…`}"`;
}

/** What stands there: `the string "x"`, `the number 3`, `a list`. */
export function describeValue(value: unknown, written?: string): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `the string ${quoted(value)}`;
  return typeof value === 'number' ? `the number ${written ?? value}` : `${String(value)}`;
}

const singular: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};
const plural: Readonly<Record<string, string>> = {
  string: 'strings',
  integer: 'whole numbers',
  number: 'numbers',
  boolean: 'true or false',
  array: 'lists',
  object: 'maps',
};

/** What may stand there: `a list of strings`, `a string or a whole number`. */
export function describeType(schema: JsonSchema): string {
  const parts = branchesOf(schema);
  if (parts.length > 1) return parts.map(describeType).join(' or ');
  const [only = schema] = parts;
  const type = typeOf(only) ?? '';
  if (type === 'array') return listOf(only.items);
  const values = type === 'object' ? typeOf(valuesOf(only) ?? {}) : undefined;
  if (values !== undefined && values !== 'object') return `a map of ${plural[values] ?? 'values'}`;
  return singular[type] ?? 'something else';
}

function listOf(items: JsonSchema | undefined): string {
  const type = items === undefined ? undefined : typeOf(items);
  return type === undefined ? 'a list' : `a list of ${plural[type] ?? 'values'}`;
}

/** The alternatives of a schema, without `null`; the schema itself where it has none. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf?.filter(({ type }) => type !== 'null') ?? [schema];
}

/** Whether a value is of the type of a schema, whatever else it asks. */
export function hasType(schema: JsonSchema, value: unknown): boolean {
  const type = typeOf(schema);
  if (type === undefined) return true;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isMap(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
