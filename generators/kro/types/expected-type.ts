import { type CelType, dynType, listOf, mapOf, stringType } from '../../cel/types/cel-type.ts';
import { typeOfSchema } from '../../cel/types/type-of-schema.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';
import { schemaAt } from '../template/field-schemas.ts';
import type { ResolvedResource } from '../template/resolve-resource.ts';

/** What the value of an expression must be, for the field of an object that it fills. */
export function expectedType({ resource, sort, schema }: ResolvedResource, path: Path): CelType {
  if (sort === 'externalCollection') {
    const selector = selectorType(path);
    if (selector !== undefined) return selector;
  }
  // kro writes a path as a text, and cannot read these names back.
  const isLost = path.some((segment) => typeof segment === 'string' && /[["]/.test(segment));
  // It reads an empty name back as none: what stands there must be what its whole map is.
  const known = path.filter((segment) => segment !== '');
  const found = schema && schemaAt(schema, known);
  if (found === undefined || isLost) return dynType;
  const name = [resource.id, ...known.map((segment) => (typeof segment === 'number' ? '@idx' : segment))].join('.');
  return typeOfSchema({ schema: found, name, comparable: sort === 'resource' || sort === 'external' }) ?? dynType;
}

/** A label selector stands in no kind's schema. */
function selectorType([first, second, third, fourth]: Path): CelType | undefined {
  if (first !== 'metadata' || second !== 'selector') return undefined;
  if (third === undefined) return mapOf(stringType, dynType);
  if (third === 'matchLabels') return fourth === undefined ? mapOf(stringType, stringType) : stringType;
  return third === 'matchExpressions' && fourth === undefined ? listOf(dynType) : undefined;
}

/** The types that expressions see: every resource of a known kind by its id, and the instance as `schema`. */
export function variableTypes(resources: readonly ResolvedResource[], instance: RawSchema): Map<string, CelType> {
  const types = new Map<string, CelType>();
  for (const { resource, sort, schema } of resources) {
    if (schema === undefined) continue;
    const isList = sort === 'collection' || sort === 'externalCollection';
    const type = typeOfSchema({ schema, name: resource.id, comparable: !isList });
    types.set(resource.id, isList ? listOf(type ?? dynType) : (type ?? dynType));
  }
  types.set('schema', typeOfSchema({ schema: instance, name: 'schema' }) ?? dynType);
  return types;
}

/** What `schema` is: the instance without its status, which no expression may read. */
export function instanceSchema(spec: RawSchema, objectMeta: RawSchema, scope: 'Namespaced' | 'Cluster'): RawSchema {
  const { namespace: _, ...clusterWide } = objectMeta.properties ?? {};
  const metadata = scope === 'Cluster' ? { ...objectMeta, properties: clusterWide } : objectMeta;
  const text: RawSchema = { type: 'string' };
  return { type: 'object', properties: { apiVersion: text, kind: text, metadata, spec } };
}
