import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';

/** Of a field that the schema lets be anything. */
const empty: RawSchema = {};

/** The schema of an entry of a map, as kro finds it; undefined where there is none. */
export function fieldSchema({ properties, additionalProperties }: RawSchema, name: string): RawSchema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  if (typeof additionalProperties === 'object') return additionalProperties;
  return additionalProperties === true ? empty : undefined;
}

/** The schema at a path; the entries of a list's items count as entries of the list, as kro has it. */
export function schemaAt(root: RawSchema, path: Path): RawSchema | undefined {
  let schema: RawSchema | undefined = root;
  for (const segment of path) {
    if (schema === undefined) return undefined;
    schema = typeof segment === 'number' ? schema.items : entryThroughLists(schema, segment);
  }
  return schema;
}

function entryThroughLists(schema: RawSchema, name: string): RawSchema | undefined {
  const found = fieldSchema(schema, name);
  if (found !== undefined || schema.items === undefined) return found;
  return entryThroughLists(schema.items, name);
}

/** What kro calls the types that a value may have; undefined where it finds none and gives up. */
export function expectedTypes(schema: RawSchema): readonly string[] | undefined {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return ['any'];
  if (schema['x-kubernetes-int-or-string'] === true) return ['string', 'integer'];
  // The API server publishes a quantity as a choice of these two.
  if (schema.type === undefined && schema.format === 'quantity') return ['string', 'number'];
  for (const choice of [schema.oneOf, schema.anyOf]) {
    const types = choice === undefined ? [] : typesOfChoice(choice);
    if (types.length > 0) return types;
  }
  if (schema.type !== undefined) return [schema.type];
  return schema.additionalProperties !== undefined && schema.additionalProperties !== false ? ['any'] : undefined;
}

function typesOfChoice(choice: readonly RawSchema[]): readonly string[] {
  const types = new Set<string>();
  for (const { required = [], not, type } of choice) {
    if (required.length > 0 || not !== undefined) types.add('object');
    if (type !== undefined) types.add(type);
  }
  return [...types];
}

/** kro walks no further into a schema that says nothing. */
export function saysNothing(schema: RawSchema): boolean {
  const { type, oneOf, anyOf, additionalProperties, format } = schema;
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return false;
  const isQuantity = type === undefined && format === 'quantity';
  // Published with a type or a choice of types.
  if (isQuantity || schema['x-kubernetes-int-or-string'] === true) return false;
  return type === undefined && !oneOf?.length && !anyOf?.length && additionalProperties === undefined;
}
