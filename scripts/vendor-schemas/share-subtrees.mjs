import { mapSubSchemas } from './walk-schema.mjs';

/** @import { Schema } from './types.ts' */

/** Below this many characters a reference saves nothing worth a look-up. */
const smallest = 60;

/**
 * The same schema with every repeated sub-schema written once: `{schema, shared}`, where `{"$ref": n}` stands for `shared[n]`.
 * An ApplicationSet repeats the template of an Application in each of its generators: 1.3 MB become some 30 KB.
 * @param {Schema} schema
 */
export function shareSubtrees(schema) {
  /** @type {{ node: Schema, uses: number }[]} */
  const nodes = [];
  /** @type {Map<string, number>} */
  const ids = new Map();

  /** @type {(node: Schema) => number} */
  const intern = (node) => {
    const inner = mapSubSchemas(node, (child) => ({ $id: intern(child) }));
    const key = JSON.stringify(inner);
    const id = ids.get(key) ?? nodes.push({ node: inner, uses: 0 }) - 1;
    const known = nodes[id];
    if (known) known.uses++;
    ids.set(key, id);
    return id;
  };

  const root = intern(schema);
  /** @type {Schema[]} */
  const shared = [];
  /** @type {Map<number, number>} */
  const places = new Map();
  /** @type {(id: number) => Schema} */
  const write = (id) => {
    const place = places.get(id);
    if (place !== undefined) return { $ref: place };
    const { node: inner = {}, uses = 0 } = nodes[id] ?? {};
    const node = mapSubSchemas(inner, (child) => write(Number(child['$id'])));
    if (uses < 2 || JSON.stringify(node).length < smallest) return node;
    const $ref = shared.push(node) - 1;
    places.set(id, $ref);
    return { $ref };
  };
  const written = write(root);
  return { schema: written, shared };
}
