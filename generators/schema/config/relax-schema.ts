import type { JsonSchema } from './json-schema.ts';

/**
 * The schema of one file, from that of the whole that its layers merge to: nothing is required, because another layer may
 * say it, and `null` may stand for any field or entry of a map, because it removes what earlier layers said. Lists replace
 * each other, so what is in a list must be complete. Defaults stay, as documentation.
 */
export function relaxSchema(schema: JsonSchema): JsonSchema {
  const { required: _, inherits: _inherits, ...rest } = schema;
  return {
    ...rest,
    ...(schema.properties && { properties: mapValues(schema.properties, relaxField) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: relaxField(schema.additionalProperties),
    }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(relaxSchema) }),
  };
}

function relaxField(schema: JsonSchema): JsonSchema {
  return nullable(relaxSchema(schema));
}

function nullable(schema: JsonSchema): JsonSchema {
  if (schema.anyOf !== undefined) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  const { const: constant, ...rest } = schema;
  const values = constant === undefined ? schema.enum : [constant];
  return {
    ...rest,
    ...(typeof schema.type === 'string' && { type: [schema.type, 'null'] }),
    ...(values && { enum: [...values, null] }),
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
