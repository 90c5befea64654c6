import type { CelType } from '../../cel/types/cel-type.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';

const anything: RawSchema = { 'x-kubernetes-preserve-unknown-fields': true };
const anyObject: RawSchema = { type: 'object', additionalProperties: true };

const simple: Readonly<Record<string, RawSchema>> = {
  bool: { type: 'boolean' },
  int: { type: 'integer' },
  uint: { type: 'integer' },
  double: { type: 'number' },
  string: { type: 'string' },
  bytes: { type: 'string', format: 'byte' },
  timestamp: { type: 'string', format: 'date-time' },
};

/** The schema that kro writes for a status field of a type. What it has no schema for may be anything. */
export function schemaOfType(type: CelType): RawSchema {
  switch (type.kind) {
    case 'list':
      return { type: 'array', items: schemaOfType(type.element) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOfType(type.value) };
    case 'struct':
      return type.comparable && type.fields !== undefined ? schemaOfField(type) : anyObject;
    default:
      return simple[type.kind] ?? anything;
  }
}

/** Within an object kro knows fewer types: a time may be anything there. */
function schemaOfField(type: CelType): RawSchema {
  switch (type.kind) {
    case 'list':
      return { type: 'array', items: schemaOfField(type.element) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOfField(type.value) };
    case 'struct': {
      const { fields } = type;
      if (fields === undefined) return anything;
      const properties = fields.names.map(
        (name) => [name, schemaOfField(fields.get(name) ?? { kind: 'dyn' })] as const,
      );
      return { type: 'object', properties: Object.fromEntries(properties) };
    }
    case 'timestamp':
      return anything;
    default:
      return simple[type.kind] ?? anything;
  }
}
