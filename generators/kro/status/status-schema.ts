import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';

/** A schema while fields are added to it. */
interface Draft {
  type?: 'object' | 'array';
  properties?: Record<string, RawSchema>;
  items?: RawSchema;
}

/** The schema of a status, from those of its leaves. Items of a list share one schema: that of the last. */
export function statusSchema(leaves: readonly { readonly path: Path; readonly schema: RawSchema }[]): RawSchema {
  const root: Draft = { type: 'object', properties: {} };
  for (const { path, schema } of leaves) add(root, path, schema);
  return root as RawSchema;
}

function add(current: Draft, [segment, ...rest]: Path, leaf: RawSchema): void {
  if (segment === undefined) return;
  if (typeof segment === 'number') {
    current.type = 'array';
    if (rest.length === 0) current.items = leaf;
    else current.items = added(current.items, rest, leaf);
    return;
  }
  current.type ??= 'object';
  current.properties ??= {};
  const schema = rest.length === 0 ? leaf : added(current.properties[segment], rest, leaf);
  Object.defineProperty(current.properties, segment, {
    value: schema,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function added(schema: RawSchema | undefined, path: Path, leaf: RawSchema): RawSchema {
  const draft: Draft = { ...(schema as Draft | undefined) };
  draft.type ??= 'object';
  add(draft, path, leaf);
  return draft as RawSchema;
}
