import { mapSubSchemas } from './walk-schema.mjs';

/** Below this many characters a reference saves nothing worth a look-up. */
const smallest = 60;

/**
 * The same schema with every repeated sub-schema written once: `{schema, shared}`, where `{"$ref": n}` stands for `shared[n]`.
 * An ApplicationSet repeats the template of an Application in each of its generators: 1.3 MB become some 30 KB.
 */
export function shareSubtrees(schema) {
  const nodes = [];
  const uses = [];
  const ids = new Map();

  const intern = (node) => {
    const inner = mapSubSchemas(node, (child) => ({ $id: intern(child) }));
    const key = JSON.stringify(inner);
    const known = ids.get(key);
    if (known !== undefined) {
      uses[known]++;
      return known;
    }
    const id = nodes.push(inner) - 1;
    uses.push(1);
    ids.set(key, id);
    return id;
  };

  const root = intern(schema);
  const shared = [];
  const places = new Map();
  const write = (id) => {
    const place = places.get(id);
    if (place !== undefined) return { $ref: place };
    const node = mapSubSchemas(nodes[id], (child) => write(child.$id));
    if (uses[id] < 2 || JSON.stringify(node).length < smallest) return node;
    places.set(id, shared.push(node) - 1);
    return { $ref: places.get(id) };
  };
  const written = write(root);
  return { schema: written, shared };
}
