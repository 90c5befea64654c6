/**
 * A value while an expression is computed. Whole numbers are bigint, and every other number a double: int and double are
 * different types in CEL, and int has 64 bits.
 */
export type Value = null | boolean | bigint | number | string | Uint8Array | readonly Value[] | ValueMap | Tagged;

export type MapKey = boolean | bigint | string;
export type ValueMap = ReadonlyMap<MapKey, Value>;

export type Tagged = Unsigned | Optional | Moment | Duration | Opaque | Omitted | Unknown | Failure;

export interface Unsigned {
  readonly is: 'uint';
  readonly value: bigint;
}

export interface Optional {
  readonly is: 'optional';
  /** Absent in `optional.none()`. */
  readonly value?: Value;
}

export interface Moment {
  readonly is: 'timestamp';
  /** Nanoseconds since 1970 in UTC. */
  readonly nanoseconds: bigint;
  /** Minutes east of UTC, where it was written so. */
  readonly offset?: number;
}

export interface Duration {
  readonly is: 'duration';
  readonly nanoseconds: bigint;
}

/** A value that only its own library can look into, such as a quantity. */
export interface Opaque {
  readonly is: 'opaque';
  readonly type: string;
  readonly content: unknown;
  /** The same for equal values. */
  readonly text: string;
}

/** `omit()`: the field is left out. */
export interface Omitted {
  readonly is: 'omitted';
}

/** A value that nobody knows yet, such as the id of an object in the cloud. */
export interface Unknown {
  readonly is: 'unknown';
  /** What to show for it: `‹vpc.status.vpcID›`, or a text that holds such parts. */
  readonly text: string;
  /** Of an object that somebody else completes: the fields that are known already. */
  readonly known?: ValueMap;
}

export interface Failure {
  readonly is: 'failure';
  readonly message: string;
  /** It is about a field, key or item that is not there (yet); kro waits for it. */
  readonly missing: boolean;
}

/** Characters of an expression that are shown. Each call puts the texts of its arguments into its own. */
const longestOrigin = 1_000;

/** `origin` is the expression that would give it. */
export function unknown(origin: string): Unknown {
  const text = origin.length > longestOrigin ? `${origin.slice(0, longestOrigin)}…` : origin;
  return { is: 'unknown', text: `‹${text}›` };
}

export const unknownText = (text: string): Unknown => ({ is: 'unknown', text });
export const failure = (message: string): Failure => ({ is: 'failure', message, missing: false });
export const missing = (message: string): Failure => ({ is: 'failure', message, missing: true });
export const optional = (value?: Value): Optional =>
  value === undefined ? { is: 'optional' } : { is: 'optional', value };
export const omitted: Omitted = { is: 'omitted' };

export function isTagged(value: Value): value is Tagged {
  return typeof value === 'object' && value !== null && 'is' in value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return value !== undefined && isTagged(value) && value.is === 'unknown';
}

export function isFailure(value: Value | undefined): value is Failure {
  return value !== undefined && isTagged(value) && value.is === 'failure';
}

export function isUnsigned(value: Value): value is Unsigned {
  return isTagged(value) && value.is === 'uint';
}

export function isOptional(value: Value | undefined): value is Optional {
  return value !== undefined && isTagged(value) && value.is === 'optional';
}

/** Whether some part of a value is unknown. */
export function holdsUnknown(value: Value): boolean {
  if (isList(value)) return value.some(holdsUnknown);
  if (isMap(value)) return [...value.values()].some(holdsUnknown);
  return isUnknown(value) || (isOptional(value) && value.value !== undefined && holdsUnknown(value.value));
}

/** The name of the type of a value, as CEL has it. */
export function typeName(value: Value): string {
  if (value === null) return 'null_type';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'string') return 'string';
  if (value instanceof Uint8Array) return 'bytes';
  if (isList(value)) return 'list';
  if (isMap(value)) return 'map';
  if (!isTagged(value)) return 'map';
  if (value.is === 'opaque') return value.type;
  return value.is === 'optional' ? 'optional_type' : value.is;
}
