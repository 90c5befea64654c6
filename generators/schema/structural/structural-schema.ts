import type { PatternReader, TextPattern } from './text-pattern.ts';

/** A structural schema as an API server publishes it, without prose. `{$ref: n}` stands for entry n of the `shared` list beside it. */
export interface RawSchema {
  readonly $ref?: number;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  /** Of kinds that a graph makes; vendored schemas are without prose. */
  readonly description?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: RawSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: RawSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  readonly oneOf?: readonly RawSchema[];
  readonly not?: RawSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly { readonly rule: string; readonly message?: string }[];
}

export type SchemaType = NonNullable<RawSchema['type']> | 'intOrString' | 'quantity' | 'any';

/** A schema, digested where the data leads, so that a walk looks nothing up twice. */
export interface SchemaNode {
  readonly type: SchemaType;
  /** A string that may be any string. */
  readonly free: boolean;
  readonly nullable: boolean;
  /** Of one entry, if the schema names it. */
  property(key: string): SchemaNode | undefined;
  readonly propertyNames: readonly string[];
  /** Of every entry that the schema does not name. */
  rest(): SchemaNode | undefined;
  /** Entries that the schema does not know are kept as they are. */
  readonly open: boolean;
  /** Without those that the API server fills in. */
  readonly required: readonly string[];
  items(): SchemaNode | undefined;
  readonly unique: 'set' | 'map' | undefined;
  readonly pattern: TextPattern | undefined;
  readonly junctors: Junctors | undefined;
  /** Bounds, enumeration, format, default and the rest stand here; its own sub-schemas are for `property`, `rest` and `items` to find. */
  readonly raw: RawSchema;
}

export interface Junctors {
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
}

/** How the API server reads a kind: it decodes built-in kinds into Go structs, where null says the same as nothing. */
export interface Dialect {
  readonly builtin: boolean;
  readonly patterns: PatternReader;
}

const stringRules = ['enum', 'format', 'pattern', 'minLength', 'maxLength'] as const;
const none: readonly string[] = [];

export function digestSchema(
  schema: RawSchema,
  shared: readonly RawSchema[],
  { builtin, patterns }: Dialect,
): SchemaNode {
  const known = new Map<number, SchemaNode>();

  /** Inside a junctor a schema only constrains what the schema around it has described. */
  function digest(raw: RawSchema, constrains: boolean): SchemaNode {
    if (raw.$ref === undefined) return digestNode(raw, constrains);
    if (constrains) return digestNode(resolve(raw), constrains);
    const node = known.get(raw.$ref) ?? digestNode(resolve(raw), constrains);
    known.set(raw.$ref, node);
    return node;
  }

  function resolve(raw: RawSchema): RawSchema {
    if (raw.$ref === undefined) return raw;
    const found = shared[raw.$ref];
    if (found === undefined) throw new Error(`the schema has no shared entry ${raw.$ref}`);
    return found;
  }

  function digestNode(raw: RawSchema, constrains: boolean): SchemaNode {
    const type = typeOf(raw);
    const { additionalProperties, items, pattern, properties } = raw;
    const junctors = digestJunctors(raw, type);
    return {
      type,
      free: type === 'string' && junctors === undefined && stringRules.every((rule) => raw[rule] === undefined),
      nullable: builtin || type === 'any' || raw.nullable === true || raw.default !== undefined,
      property: properties === undefined ? nothing : lazyProperties(properties, constrains),
      propertyNames: properties === undefined ? none : Object.keys(properties),
      rest: typeof additionalProperties === 'object' ? lazy(() => digest(additionalProperties, constrains)) : nothing,
      open:
        constrains ||
        type === 'any' ||
        additionalProperties === true ||
        raw['x-kubernetes-preserve-unknown-fields'] === true,
      required:
        raw.required === undefined ? none : raw.required.filter((key) => builtin || !hasDefault(properties?.[key])),
      items: items === undefined ? nothing : lazy(() => digest(items, constrains)),
      unique: uniqueness(raw),
      pattern: pattern === undefined ? undefined : patterns(pattern),
      junctors,
      raw,
    };
  }

  function hasDefault(property: RawSchema | undefined): boolean {
    return property !== undefined && resolve(property).default !== undefined;
  }

  function lazyProperties(properties: Readonly<Record<string, RawSchema>>, constrains: boolean) {
    const nodes = new Map<string, SchemaNode>();
    return (key: string): SchemaNode | undefined => {
      const found = nodes.get(key);
      if (found !== undefined || !Object.hasOwn(properties, key)) return found;
      const node = digest(properties[key] as RawSchema, constrains);
      nodes.set(key, node);
      return node;
    };
  }

  function digestJunctors(raw: RawSchema, type: SchemaType): Junctors | undefined {
    const all = (list: readonly RawSchema[] = []) => list.map((child) => digest(child, true));
    // An int-or-string says so twice; its `anyOf` of the two types adds nothing.
    const anyOf = type === 'intOrString' && raw.anyOf?.every((child) => child.type !== undefined) ? [] : raw.anyOf;
    if (!raw.allOf && !anyOf?.length && !raw.oneOf && !raw.not) return undefined;
    return { allOf: all(raw.allOf), anyOf: all(anyOf), oneOf: all(raw.oneOf), not: raw.not && digest(raw.not, true) };
  }

  return digest(schema, false);
}

function nothing(): undefined {
  return undefined;
}

function lazy<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function typeOf(raw: RawSchema): SchemaType {
  if (raw['x-kubernetes-int-or-string']) return 'intOrString';
  if (raw.type !== undefined) return raw.type;
  return raw.format === 'quantity' ? 'quantity' : 'any';
}

function uniqueness(raw: RawSchema): 'set' | 'map' | undefined {
  const listType = raw['x-kubernetes-list-type'];
  if (listType === 'map') return 'map';
  return listType === 'set' || raw.uniqueItems ? 'set' : undefined;
}
