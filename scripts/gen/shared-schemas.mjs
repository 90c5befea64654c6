// Most kinds of file share most of their schema: every layer may say what a spoke says. Compiled one by one they would be
// many times the same code, so equal parts become schemas of their own, which all refer to.

const annotations = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'patternMeaning',
]);
/** Keywords that hold schemas: by name, in a list, alone. */
const maps = new Set(['properties', 'patternProperties', '$defs']);
const lists = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems']);
const singles = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'contains']);
/** A part shorter than this costs less where it stands than as a function of its own. */
const worthSharing = 60;

/** The schema with `f` of each schema directly in it. */
function mapParts(schema, f) {
  if (typeof schema !== 'object') return schema;
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (maps.has(keyword))
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, f(part)]))];
    if (lists.has(keyword)) return [keyword, value.map(f)];
    return [keyword, singles.has(keyword) ? f(value) : value];
  });
  return Object.fromEntries(entries);
}

/** Rebuilds a schema from its innermost parts outwards. */
const rewrite = (schema, visit) => visit(mapParts(schema, (part) => rewrite(part, visit)));

function withoutAnnotations(schema) {
  if (typeof schema !== 'object') return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !annotations.has(keyword)));
}

/** How often each part stands somewhere; what is in a part that is repeated counts once. */
function countUses(schemas) {
  const uses = new Map();
  const count = (part) => {
    const content = JSON.stringify(part);
    const before = uses.get(content) ?? 0;
    uses.set(content, before + 1);
    if (before === 0) mapParts(part, count);
    return part;
  };
  for (const schema of schemas) count(schema);
  return uses;
}

/** The same schemas without prose, and the parts that they refer to. Verdicts and the places of errors stay. */
export function shareSchemas(schemas) {
  const plain = Object.entries(schemas).map(([kind, schema]) => [kind, rewrite(schema, withoutAnnotations)]);
  const parts = [];
  const uses = countUses(plain.map(([, schema]) => schema));
  const names = new Map();
  const replace = (part) => {
    const content = JSON.stringify(part);
    if (content.length < worthSharing || uses.get(content) === 1) return mapParts(part, replace);
    if (!names.has(content)) {
      const $id = `part${names.size}`;
      names.set(content, $id);
      parts.push({ $id, ...mapParts(part, replace) });
    }
    return { $ref: names.get(content) };
  };
  const results = plain.map(([kind, schema]) => [kind, replace(schema)]);
  return { schemas: Object.fromEntries(results), parts };
}
