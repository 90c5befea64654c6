/** A type of CEL as its checker sees it: https://github.com/google/cel-spec/blob/master/doc/langdef.md#values */
export type CelType = SimpleType | ListType | MapType | OptionalType | TypeType | StructType | TypeParameter;

export type SimpleKind =
  | 'dyn'
  | 'null'
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'timestamp'
  | 'duration'
  /** Of an expression that has been refused already; it agrees with everything. */
  | 'error';

export interface SimpleType {
  readonly kind: SimpleKind;
}

export interface ListType {
  readonly kind: 'list';
  readonly element: CelType;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: CelType;
  readonly value: CelType;
}

export interface OptionalType {
  readonly kind: 'optional';
  readonly value: CelType;
}

/** The type of a type, which is what `type(x)` gives. */
export interface TypeType {
  readonly kind: 'type';
  readonly of: CelType;
}

/** A type that has a name, and is only itself: an object of a schema, or a value that a library makes, such as `kubernetes.Quantity`. */
export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  /** Absent where nothing can be selected from it. */
  readonly fields?: StructFields;
  /** kro compares the fields of two types when it finds both by their names; where it cannot, anything goes. */
  readonly comparable: boolean;
}

export interface StructFields {
  /** As CEL writes them, escaped. */
  readonly names: readonly string[];
  get(name: string): CelType | undefined;
  /** What the schema does not name is kept, and can be selected as dyn. */
  readonly open: boolean;
}

/** A variable in the signature of a function, or the element of an empty list until something decides it. */
export interface TypeParameter {
  readonly kind: 'parameter';
  readonly name: string;
}

const simple = (kind: SimpleKind): SimpleType => ({ kind });

export const dynType = simple('dyn');
export const nullType = simple('null');
export const boolType = simple('bool');
export const intType = simple('int');
export const uintType = simple('uint');
export const doubleType = simple('double');
export const stringType = simple('string');
export const bytesType = simple('bytes');
export const timestampType = simple('timestamp');
export const durationType = simple('duration');
export const errorType = simple('error');

export const listOf = (element: CelType): ListType => ({ kind: 'list', element });
export const mapOf = (key: CelType, value: CelType): MapType => ({ kind: 'map', key, value });
export const optionalOf = (value: CelType): OptionalType => ({ kind: 'optional', value });
export const opaqueType = (name: string): StructType => ({ kind: 'struct', name, comparable: false });

/** What kro writes before the name of a variable to name the type of its schema. */
export const typeNamePrefix = '__type_';

const namesInMessages: Partial<Record<SimpleKind, string>> = { null: 'null_type', error: '?' };

/** A type as messages name it: `list(string)`, and an object by where its schema stands: `deployment.spec`. */
export function formatType(type: CelType): string {
  switch (type.kind) {
    case 'list':
      return `list(${formatType(type.element)})`;
    case 'map':
      return `map(${formatType(type.key)}, ${formatType(type.value)})`;
    case 'optional':
      return `optional(${formatType(type.value)})`;
    case 'type':
      return `type(${formatType(type.of)})`;
    case 'struct':
      return type.name.startsWith(typeNamePrefix) ? type.name.slice(typeNamePrefix.length) : type.name;
    case 'parameter':
      return type.name;
    default:
      return namesInMessages[type.kind] ?? type.kind;
  }
}
