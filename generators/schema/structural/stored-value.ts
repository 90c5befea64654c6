import { isMap, type PlainMap } from '../../util/plain-map.ts';
import type { RawSchema } from './structural-schema.ts';

/**
 * An object as an API server stores it: what is left out has its default, and so has a null that the schema does not allow.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function storedValue(value: unknown, schema: RawSchema): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? value : value.map((item) => storedValue(item, items));
  }
  if (!isMap(value)) return value;
  const { properties = {}, additionalProperties } = schema;
  const filled: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (field === null && own?.default !== undefined && own['nullable'] !== true) continue;
    const of = own ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    filled[name] = of === undefined ? field : storedValue(field, of);
  }
  for (const [name, property] of Object.entries(properties)) {
    if (property.default === undefined || name in filled) continue;
    filled[name] = storedValue(property.default, property);
  }
  return filled satisfies PlainMap;
}
