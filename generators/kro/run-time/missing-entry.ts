import { unescapeField } from '../../cel/syntax/escape-field.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';
import type { ResolvedResource } from '../template/resolve-resource.ts';
import type { Segments } from './read-paths.ts';

/** An entry of a map that an object is not given. */
export interface MissingEntry {
  /** Up to the entry, from the object. */
  readonly segments: Segments;
  /** Those that it is given there. */
  readonly known: readonly string[];
  /** Nobody else adds entries there. */
  readonly isCertain: boolean;
  /** Where the API server puts what is written there. */
  readonly movedTo?: string;
}

/** What others than kro put on objects. */
const ofOthers = /(?:k8s\.io|kubernetes\.io|kro\.run|k8s\.aws)\//;

/** The first entry on a path that the template of an object does not give it; undefined where an expression or a default may give it. */
export function missingEntry({ object, schema }: ResolvedResource, path: Segments): MissingEntry | undefined {
  let value: unknown = object;
  let current = schema;
  if (path[0] === 'status') return undefined;
  if (path[0] === 'stringData' && object['apiVersion'] === 'v1' && object['kind'] === 'Secret')
    return { segments: path.slice(0, 2), known: [], isCertain: true, movedTo: 'data' };
  for (const [index, segment] of path.entries()) {
    if (current === undefined || !(value === undefined || isMap(value) || Array.isArray(value))) return undefined;
    if (typeof segment === 'number') {
      value = Array.isArray(value) ? value[segment] : undefined;
      if (value === undefined) return undefined;
      current = current.items;
      continue;
    }
    const isEntry = current.properties === undefined;
    const name = isEntry ? segment : (unescapeField(segment) ?? segment);
    const next: RawSchema | undefined = isEntry ? entrySchema(current) : current.properties?.[name];
    if (isEntry && next !== undefined && !(isMap(value) && Object.hasOwn(value, name))) {
      return ofOthers.test(name) ? undefined : describe(object, path.slice(0, index + 1), value);
    }
    value = isMap(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
    current = next;
  }
  return undefined;
}

function entrySchema(schema: RawSchema): RawSchema | undefined {
  const { additionalProperties } = schema;
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return undefined;
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function describe(object: PlainMap, segments: Segments, map: unknown): MissingEntry | undefined {
  const known = isMap(map) ? Object.keys(map) : [];
  const [field] = segments;
  const { apiVersion, kind, type, stringData } = object;
  const isCore = apiVersion === 'v1' && segments.length === 2;
  if (isCore && kind === 'Secret' && field === 'data') {
    // The API server adds what is given as text; controllers fill the secrets of service accounts.
    if (typeof stringData === 'string' || String(type ?? '').includes('service-account')) return undefined;
    const texts = isMap(stringData) ? Object.keys(stringData) : [];
    if (texts.includes(String(segments[1]))) return undefined;
    return { segments, known: [...known, ...texts], isCertain: known.length + texts.length > 0 };
  }
  const isCertain = isCore && kind === 'ConfigMap' && known.length > 0;
  return { segments, known, isCertain };
}
