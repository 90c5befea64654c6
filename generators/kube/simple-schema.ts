import type { RawSchema } from './structural-schema.ts';

/** A SimpleSchema tree of kro: a leaf is `type | marker=value …`, a branch is a struct. https://kro.run/docs/concepts/simple-schema */
export type SimpleSchemaTree = string | { readonly [field: string]: SimpleSchemaTree };

type Types = Readonly<Record<string, SimpleSchemaTree>>;
type Markers = ReadonlyMap<string, string>;

/** The structural schema of a struct. `types` are the custom types that it may name. */
export function structSchema(fields: Types, types: Types): RawSchema {
  const properties: Record<string, RawSchema> = {};
  const required: string[] = [];
  let filled = false;
  for (const [name, field] of Object.entries(fields)) {
    const { schema, isRequired } = fieldSchema(field, types);
    properties[name] = schema;
    if (isRequired) required.push(name);
    if (schema.default !== undefined) filled = true;
  }
  const isDefaulted = filled && required.length === 0;
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...(isDefaulted && { default: {} }) };
}

function fieldSchema(field: SimpleSchemaTree, types: Types): { schema: RawSchema; isRequired: boolean } {
  if (typeof field !== 'string') return { schema: structSchema(field, types), isRequired: false };
  const bar = field.indexOf('|');
  const markers = bar === -1 ? new Map<string, string>() : parseMarkers(field.slice(bar + 1));
  const base = typeSchema((bar === -1 ? field : field.slice(0, bar)).trim(), types);
  return { schema: { ...base, ...constraints(base, markers) }, isRequired: markers.get('required') === 'true' };
}

const atoms = new Set(['string', 'integer', 'boolean']);

function typeSchema(type: string, types: Types): RawSchema {
  if (type.startsWith('[]')) return { type: 'array', items: typeSchema(type.slice(2), types) };
  if (type.startsWith('map[string]'))
    return { type: 'object', additionalProperties: typeSchema(type.slice('map[string]'.length), types) };
  if (atoms.has(type)) return { type: type as 'string' | 'integer' | 'boolean' };
  if (type === 'float') return { type: 'number' };
  if (type === 'object') return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const custom = types[type];
  if (custom === undefined) throw new Error(`unknown type: ${type}`);
  return fieldSchema(custom, types).schema;
}

/** `key=value` separated by spaces; a value may be quoted or hold brackets. */
function parseMarkers(text: string): Markers {
  const markers = new Map<string, string>();
  for (const [, key = '', value = ''] of text.matchAll(
    /([A-Za-z]+)=("(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[^}]*\}|[^\s]+)/g,
  )) {
    markers.set(key, value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value);
  }
  return markers;
}

function constraints(base: RawSchema, markers: Markers): RawSchema {
  const own: Record<string, unknown> = {};
  for (const [key, value] of markers) {
    if (key === 'default') own.default = base.type === 'string' ? value : JSON.parse(value);
    else if (key === 'enum')
      own.enum = value.split(',').map((one) => (base.type === 'integer' ? Number(one) : one.trim()));
    else if (key === 'pattern') own.pattern = value;
    else if (/^(min|max)/.test(key)) own[key] = Number(value);
    else if (key === 'listType') own['x-kubernetes-list-type'] = value;
    else if (key === 'listMapKey') own['x-kubernetes-list-map-keys'] = [value];
  }
  return own;
}
