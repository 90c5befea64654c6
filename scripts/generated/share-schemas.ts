import type { JsonSchema } from '../../generators/schema/config/json-schema.ts';

// Most kinds of file share most of their schema: every layer may say what a spoke says. Compiled one by one they would be
// many times the same code, so equal parts become schemas of their own, which all refer to.

type Part = JsonSchema & { readonly $id?: string; readonly $ref?: string };

const annotations = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'patternMeaning',
  'inherits',
]);
/** Keywords that hold schemas: by name, in a list, alone. */
const maps = new Set(['properties', 'patternProperties', '$defs']);
const lists = new Set(['anyOf', 'allOf', 'oneOf', 'prefixItems']);
const singles = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'contains']);
/** A part shorter than this costs less where it stands than as a function of its own. */
const worthSharing = 60;

/** The schema with `f` of each schema directly in it. */
function mapParts(schema: Part, f: (part: Part) => Part): Part {
  if (typeof schema !== 'object') return schema;
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (maps.has(keyword))
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, f(part as Part)]))];
    if (lists.has(keyword)) return [keyword, (value as readonly Part[]).map(f)];
    return [keyword, singles.has(keyword) ? f(value) : value];
  });
  return Object.fromEntries(entries);
}

/** Rebuilds a schema from its innermost parts outwards. */
function rewrite(schema: Part, visit: (part: Part) => Part): Part {
  return visit(mapParts(schema, (part) => rewrite(part, visit)));
}

function withoutAnnotations(schema: Part): Part {
  if (typeof schema !== 'object') return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !annotations.has(keyword)));
}

/** How often each part stands somewhere; what is in a part that is repeated counts once. */
function countUses(schemas: readonly Part[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (part: Part): Part => {
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
export function shareSchemas(schemas: Readonly<Record<string, JsonSchema>>) {
  const plain = Object.entries(schemas).map(([kind, schema]) => [kind, rewrite(schema, withoutAnnotations)] as const);
  const parts: Part[] = [];
  const uses = countUses(plain.map(([, schema]) => schema));
  const names = new Map<string, string>();
  const replace = (part: Part): Part => {
    const content = JSON.stringify(part);
    if (content.length < worthSharing || uses.get(content) === 1) return mapParts(part, replace);
    const known = names.get(content);
    if (known !== undefined) return { $ref: known };
    const $id = `part${names.size}`;
    names.set(content, $id);
    parts.push({ $id, ...mapParts(part, replace) });
    return { $ref: $id };
  };
  const shared: Record<string, Part> = Object.fromEntries(plain.map(([kind, schema]) => [kind, replace(schema)]));
  return { schemas: shared, parts };
}
