import { escapeField, unescapeField } from '../syntax/escape-field.ts';
import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  durationType,
  dynType,
  intType,
  listOf,
  mapOf,
  type StructFields,
  type StructType,
  stringType,
  timestampType,
  typeNamePrefix,
} from './cel-type.ts';

/** As much of an OpenAPI schema as decides about types. `{$ref: n}` stands for entry n of a list beside it. */
export interface TypedSchema {
  readonly $ref?: number;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, TypedSchema>>;
  readonly additionalProperties?: TypedSchema | boolean;
  readonly items?: TypedSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
}

export interface NamedSchema {
  readonly schema: TypedSchema;
  /** Where the schema stands: the name of a variable, then `.field`, `.@idx` for the items of a list, `.@elem` for the values of a map. */
  readonly name: string;
  /** What `$ref` counts in. */
  readonly shared?: readonly TypedSchema[] | undefined;
  /** Whether kro finds the types of this schema by their names. It does not for a variable that holds a list. */
  readonly comparable?: boolean;
}

const formats: Readonly<Record<string, CelType>> = {
  byte: bytesType,
  duration: durationType,
  date: timestampType,
  'date-time': timestampType,
};

const embedded: TypedSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
};

/**
 * The type of what a schema describes, or undefined where kro shows nothing of it to CEL: a schema without a type, a list
 * without items. Fields of objects are looked at when they are asked for. After kro's pkg/cel/schemas.go.
 */
export function typeOfSchema({
  schema,
  name,
  shared = [],
  comparable: mayBe = true,
}: NamedSchema): CelType | undefined {
  // kro takes a name apart at its dots, and knows fields by their escaped names.
  const comparable = mayBe && !/[^\w.@]|__/.test(name);

  function typeOf(raw: TypedSchema, at: string): CelType | undefined {
    const found = resolve(raw);
    if (found['x-kubernetes-int-or-string'] === true || found.format === 'int-or-string') return dynType;
    switch (found['x-kubernetes-embedded-resource'] === true ? 'object' : found.type) {
      case 'array': {
        const element = found.items && typeOf(found.items, `${at}.@idx`);
        return element && listOf(element);
      }
      case 'object': {
        const { additionalProperties } = found;
        if (typeof additionalProperties === 'object')
          return mapOf(stringType, typeOf(additionalProperties, `${at}.@elem`) ?? dynType);
        return structOf(found, at);
      }
      case 'string':
        return formats[found.format ?? ''] ?? stringType;
      case 'boolean':
        return boolType;
      case 'number':
        return doubleType;
      case 'integer':
        return intType;
      default:
        return undefined;
    }
  }

  function resolve(raw: TypedSchema): TypedSchema {
    if (raw.$ref === undefined) return raw;
    const found = shared[raw.$ref];
    if (found === undefined) throw new Error(`the schema has no shared entry ${raw.$ref}`);
    return found;
  }

  function structOf(found: TypedSchema, at: string): StructType {
    return { kind: 'struct', name: typeNamePrefix + at, fields: fieldsOf(found, at), comparable };
  }

  function fieldsOf(found: TypedSchema, at: string): StructFields {
    const properties = propertiesOf(found);
    const known = new Map<string, CelType | undefined>();
    const get = (field: string): CelType | undefined => {
      if (known.has(field)) return known.get(field);
      const key = unescapeField(field);
      const property = key !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
      const type = property && typeOf(property, `${at}.${field}`);
      known.set(field, type);
      return type;
    };
    return {
      get names() {
        const fields = Object.keys(properties).flatMap((key) => escapeField(key) ?? []);
        return fields.filter((field) => get(field) !== undefined);
      },
      get,
      open: found['x-kubernetes-preserve-unknown-fields'] === true,
    };
  }

  return typeOf(schema, name);
}

/** The root of an object within an object shows who it is, whatever its schema says. */
function propertiesOf(schema: TypedSchema): Readonly<Record<string, TypedSchema>> {
  const { properties = {} } = schema;
  if (schema['x-kubernetes-embedded-resource'] !== true || namesItself(properties)) return properties;
  return { ...properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: embedded };
}

function namesItself({ apiVersion, kind, metadata }: Readonly<Record<string, TypedSchema>>): boolean {
  const named = metadata?.properties;
  const texts = [apiVersion, kind, named?.['name'], named?.['generateName']];
  return metadata?.type === 'object' && texts.every((schema) => schema?.type === 'string');
}
