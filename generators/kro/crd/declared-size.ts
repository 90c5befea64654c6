import { escapeField } from '../../cel/syntax/escape-field.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';

/** How large what a schema describes can be in a request, as API servers estimate it for the rules of a CRD. */
export interface DeclaredSize {
  /** Characters, bytes, items or entries; 0 for what has a fixed size. */
  readonly most: number;
  /** Bytes of the shortest value in JSON. */
  readonly shortest: number;
  /** Of the items of a list, or the values of a map. */
  readonly element?: DeclaredSize;
  readonly isMap?: boolean;
  /** By their names in CEL. */
  readonly fields?: ReadonlyMap<string, DeclaredSize>;
}

/** Bytes of the largest request that an API server takes. */
export const largestRequest = 3 * 1024 * 1024;
const quotes = 2;
const brackets = 2;
/** In bytes, as UTF-8. */
const longestCharacter = 4;
const longestText = largestRequest - quotes;

const formats: Readonly<Record<string, { readonly most: number; readonly shortest: number }>> = {
  duration: { most: 32, shortest: 3 },
  date: { most: 12, shortest: 12 },
  'date-time': { most: 32, shortest: 21 },
};

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const text: DeclaredSize = { most: longestText, shortest: quotes };

/** Undefined for what rules do not see. After pkg/cel/common/schemas.go of k8s.io/apiserver. */
export function declaredSize(schema: RawSchema): DeclaredSize | undefined {
  const { maxLength } = schema;
  if (schema['x-kubernetes-int-or-string'] === true)
    return { most: maxLength === undefined ? longestText : maxLength * longestCharacter, shortest: 1 };
  switch (schema.type) {
    case 'array': {
      const element = schema.items && declaredSize(schema.items);
      if (element === undefined) return undefined;
      const most = schema.maxItems ?? Math.floor((largestRequest - brackets) / (element.shortest + 1));
      return { most, shortest: brackets, element };
    }
    case 'object':
      return typeof schema.additionalProperties === 'object' ? mapSize(schema) : structSize(schema);
    case 'string':
      return textSize(schema);
    case 'boolean':
      return { most: 0, shortest: 4 };
    case 'number':
    case 'integer':
      return { most: 0, shortest: 1 };
    default:
      return undefined;
  }
}

function textSize({ format = '', maxLength, enum: values }: RawSchema): DeclaredSize {
  const ofFormat = formats[format];
  if (ofFormat !== undefined) return ofFormat;
  if (maxLength !== undefined) return { ...text, most: format === 'byte' ? maxLength : maxLength * longestCharacter };
  if (format === 'byte' || values === undefined || values.length === 0) return text;
  const lengths = values.map((value) => (typeof value === 'string' ? byteLength(value) : 0));
  return { ...text, most: Math.max(...lengths) };
}

function mapSize({ additionalProperties, maxProperties }: RawSchema): DeclaredSize | undefined {
  const element = typeof additionalProperties === 'object' ? declaredSize(additionalProperties) : undefined;
  if (element === undefined) return undefined;
  /** A key in quotes, a colon and a comma. */
  const around = 6;
  const most = maxProperties ?? Math.floor((largestRequest - brackets) / (element.shortest + around));
  return { most, shortest: brackets, element, isMap: true };
}

function structSize({ properties = {}, required = [] }: RawSchema): DeclaredSize {
  const fields = new Map<string, DeclaredSize>();
  let shortest = brackets;
  for (const [name, property] of Object.entries(properties)) {
    const size = declaredSize(property);
    if (size === undefined) continue;
    const escaped = escapeField(name);
    if (escaped !== undefined) fields.set(escaped, size);
    const isSent = required.includes(name) && (property.default ?? null) === null;
    if (isSent) shortest += byteLength(name) + size.shortest + 4;
  }
  return { most: 0, shortest, fields };
}

/** What lies on a path below it, over names of fields, `@items`, `@keys` and `@values`. */
export function sizeAt(size: DeclaredSize, path: readonly string[]): DeclaredSize | undefined {
  let found: DeclaredSize | undefined = size;
  for (const name of path) {
    if (name === '@items' || name === '@values') found = found.element;
    else if (name === '@keys') found = found.isMap === true ? keys : undefined;
    else found = found.fields?.get(name);
    if (found === undefined) return undefined;
  }
  return found;
}

/** Kubernetes takes no account of how long keys can be. */
const keys: DeclaredSize = { most: 0, shortest: quotes };
