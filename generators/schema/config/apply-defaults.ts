import { type JsonSchema, typeOf, valuesOf } from './json-schema.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The value with every default of its schema written out. The value is not changed: layers share their parts with every
 * spoke, so filling them in place would make a default of one spoke a statement of a layer for the next. Where the type is
 * wrong, nothing is filled.
 */
export function applyDefaults(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) return schema.items === undefined ? value : filledList(schema.items, value);
  if (typeof value !== 'object' || value === null || typeOf(schema) !== 'object') return value;
  const data = value as Data;
  const { properties = {} } = schema;
  const values = valuesOf(schema);
  const filled: Record<string, unknown> = {};
  let changed = false;
  for (const name of Object.keys(data)) {
    const part = Object.hasOwn(properties, name) ? properties[name] : values;
    const whole = part === undefined ? data[name] : applyDefaults(part, data[name]);
    filled[name] = whole;
    if (whole !== data[name]) changed = true;
  }
  for (const name in properties) {
    const field = properties[name] as JsonSchema;
    if (field.default === undefined || filled[name] !== undefined) continue;
    filled[name] = applyDefaults(field, field.default);
    changed = true;
  }
  return changed ? filled : data;
}

function filledList(items: JsonSchema, list: readonly unknown[]): readonly unknown[] {
  const filled = list.map((item) => applyDefaults(items, item));
  return filled.some((item, index) => item !== list[index]) ? filled : list;
}
