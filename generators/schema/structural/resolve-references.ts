import type { RawSchema } from './structural-schema.ts';

/** The same schema with every `$ref` replaced by what it stands for. One that leads back to itself is an empty object, as kro has it. */
export function resolveReferences(schema: RawSchema, shared: readonly RawSchema[] = []): RawSchema {
  if (shared.length === 0) return schema;
  const made = new Map<RawSchema, RawSchema>();
  const open = new Set<RawSchema>();

  function resolve(raw: RawSchema): RawSchema {
    const target = raw.$ref === undefined ? raw : shared[raw.$ref];
    if (target === undefined) throw new Error(`the schema has no shared entry ${raw.$ref}`);
    if (open.has(target)) return { type: 'object' };
    const found = made.get(target);
    if (found !== undefined) return found;
    open.add(target);
    const copy: Record<string, unknown> = { ...target };
    made.set(target, copy);
    for (const key of ['items', 'additionalProperties', 'not'] as const) {
      const child = target[key];
      if (typeof child === 'object') copy[key] = resolve(child);
    }
    for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
      const children = target[key];
      if (children !== undefined) copy[key] = children.map(resolve);
    }
    if (target.properties !== undefined) {
      copy['properties'] = Object.fromEntries(
        Object.entries(target.properties).map(([name, property]) => [name, resolve(property)]),
      );
    }
    open.delete(target);
    return copy;
  }

  return resolve(schema);
}

const text: RawSchema = { type: 'string' };

/** What every object has, whatever its own schema says of it. */
export function withIdentity(schema: RawSchema, objectMeta: RawSchema): RawSchema {
  return { ...schema, properties: { ...schema.properties, apiVersion: text, kind: text, metadata: objectMeta } };
}
