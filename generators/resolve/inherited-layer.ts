import { completeSchemas } from 'generated:complete-schemas';
import type { CompleteKind } from '../model/file-kinds.ts';
import type { ParsedFile } from '../model/parsed-file.ts';
import type { JsonSchema } from '../schema/config/json-schema.ts';
import { valueAt } from '../source/path.ts';
import { isMap } from '../util/plain-map.ts';
import type { Layer } from './layer.ts';

/** `config.yaml` as the layer below a file: what its model marks with `inherits`. Undefined where that is nothing. */
export function inheritedLayer(kind: CompleteKind, config: ParsedFile): Layer | undefined {
  const places = new Map<string, readonly string[]>();
  const value: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(completeSchemas[kind].properties ?? {})) {
    if (field.inherits === undefined) continue;
    const place = field.inherits.split('.');
    places.set(name, place);
    value[name] = fieldsOf(field, valueAt(config.value, place));
  }
  if (places.size === 0) return undefined;
  return {
    file: config,
    value,
    find([name, ...rest], at) {
      const place = places.get(String(name));
      return place && config.find([...place, ...rest], at);
    },
  };
}

/** Of a map that has the fields of its model alone: those that there are in the file, too. */
function fieldsOf({ properties, additionalProperties }: JsonSchema, value: unknown): unknown {
  if (properties === undefined || additionalProperties !== false || !isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(properties, name)));
}
