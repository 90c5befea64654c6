import type { Path } from '../../source/path.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';
import { type JsonSchema, valuesOf } from './json-schema.ts';

/** Where a field stands; a star is any name of a map. */
export type FieldPath = readonly string[];

/** Fields that one schema has and another has not. */
export function foreignFields(all: JsonSchema, own: JsonSchema): readonly FieldPath[] {
  if (all === own) return [];
  const known = own.properties ?? {};
  const fields = Object.entries(all.properties ?? {}).flatMap(([name, field]): readonly FieldPath[] => {
    const same = Object.hasOwn(known, name) ? known[name] : undefined;
    return same === undefined ? [[name]] : foreignFields(field, same).map((path) => [name, ...path]);
  });
  const [values, ownValues] = [valuesOf(all), valuesOf(own)];
  if (values === undefined || ownValues === undefined) return fields;
  return [...fields, ...foreignFields(values, ownValues).map((path) => ['*', ...path])];
}

/** Where a value has one of the fields. */
export function placesOf(value: unknown, [name, ...rest]: FieldPath): readonly Path[] {
  if (!isMap(value) || name === undefined) return [];
  const names = name === '*' ? Object.keys(value) : Object.hasOwn(value, name) ? [name] : [];
  if (rest.length === 0) return names.map((found) => [found]);
  return names.flatMap((found) => placesOf(value[found], rest).map((path) => [found, ...path]));
}

/** The value without these fields; what has none of them is shared with it. */
export function withoutFields(value: PlainMap, fields: readonly FieldPath[]): PlainMap {
  return fields.flatMap((field) => placesOf(value, field)).reduce(without, value);
}

function without(value: PlainMap, [name = '', ...rest]: Path): PlainMap {
  if (rest.length > 0) return { ...value, [name]: without(value[name] as PlainMap, rest) };
  const { [name]: _, ...others } = value;
  return others;
}
