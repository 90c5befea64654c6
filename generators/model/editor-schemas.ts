import type { JsonSchema } from '../schema/config/json-schema.ts';
import { relaxSchema } from '../schema/config/relax-schema.ts';
import { type FileKind, fileKindFacts } from './file-kinds.ts';
import { completeSchemas, fileSchemas, type ModelParts } from './file-schemas.ts';

type Schemas = Readonly<Record<FileKind, JsonSchema>>;

/**
 * What editors check and complete with, which is more than the first look at a file: a field that only this file can say is
 * missed there and cannot be null, and maps and lists whose names are known (`eks.addons`) offer them. Other names are allowed all the same.
 */
export function editorSchemas(parts: ModelParts, knownNames: Readonly<Record<string, readonly string[]>>): Schemas {
  const files = fileSchemas(parts);
  const complete = completeSchemas(parts);
  const finish = (kind: FileKind): JsonSchema => {
    const schema = offerNames(files[kind], knownNames);
    const { complete: whole } = fileKindFacts[kind];
    if (whole === 'layer') return schema;
    const { properties = {}, required = [] } = complete[whole];
    // What no layer says for the file, it must say itself.
    const own = required.filter((field) => properties[field]?.inherits === undefined);
    const fields = own.map((field) => [field, relaxSchema(properties[field] ?? {})]);
    return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(fields) }, required: own };
  };
  return Object.fromEntries(Object.keys(files).map((kind) => [kind, finish(kind as FileKind)])) as Schemas;
}

/** Adds the names that are known to each map or list at the end of such a path, wherever it stands. */
function offerNames(schema: JsonSchema, known: Readonly<Record<string, readonly string[]>>, parent = ''): JsonSchema {
  if (schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).map(([field, inner]) => {
    const { additionalProperties: values, ...rest } = inner;
    const names = known[parent === '' ? field : `${parent}.${field}`];
    if (names !== undefined && inner.items !== undefined)
      return [field, { ...inner, items: { anyOf: [{ enum: names }, inner.items] } }];
    if (names === undefined || typeof values !== 'object') return [field, offerNames(inner, known, field)];
    const offered = Object.fromEntries(names.map((name) => [name, {}]));
    return [field, { ...rest, properties: offered, patternProperties: { '': values } }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
