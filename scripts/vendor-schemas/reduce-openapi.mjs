import { mapSubSchemas, withoutProse } from './walk-schema.mjs';

/** @import { Definitions, KnownKind, OpenApi, Paths, Rules, Schema } from './types.ts' */

const prefix = '#/components/schemas/';
const meta = 'io.k8s.apimachinery.pkg.apis.meta.v1.';
/**
 * What the published documents say less exactly than the API server reads it.
 * @type {Definitions}
 */
const exact = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { format: 'quantity' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { 'x-kubernetes-int-or-string': true, format: 'int32' },
  'io.k8s.apimachinery.pkg.runtime.RawExtension': { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  [`${meta}FieldsV1`]: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
};
/** A schema of schemas is recursive; the one in a CRD is checked by its own API server. */
const open = new Set(['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps']);
const dropped = [
  'x-kubernetes-group-version-kind',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-unions',
];

/**
 * The kinds of one group and version, with every reference resolved: those of which objects can be made and listed.
 * @param {OpenApi} document
 * @param {string} apiVersion
 * @param {Rules} rules
 * @returns {KnownKind[]}
 */
export function kindsOfOpenApi(document, apiVersion, rules) {
  const definitions = document.components.schemas;
  const [version = '', group = ''] = apiVersion.split('/').toReversed();
  return resourcesIn(document.paths, group, version).map(({ kind, ...resource }) => {
    const name = Object.keys(definitions).find((key) => isKind(definitions[key] ?? {}, group, version, kind));
    if (name === undefined) throw new Error(`${apiVersion} has no schema of ${kind}`);
    const schema = resolve(definitions, rules, name);
    const properties = { ...schema.properties, metadata: { type: 'object' } };
    return { group, version, kind, ...resource, schema: { ...schema, properties } };
  });
}

/**
 * The schema of what every object carries under `metadata`.
 * @param {OpenApi} document
 * @param {Rules} rules
 */
export function objectMeta(document, rules) {
  return resolve(document.components.schemas, rules, `${meta}ObjectMeta`);
}

/**
 * @param {Schema} definition
 * @param {string} group
 * @param {string} version
 * @param {string} kind
 */
function isKind(definition, group, version, kind) {
  const kinds = definition['x-kubernetes-group-version-kind'] ?? [];
  return kinds.some((known) => known.group === group && known.version === version && known.kind === kind);
}

/**
 * @param {Definitions} definitions
 * @param {Rules} rules
 * @param {string} name
 * @returns {Schema}
 */
function resolve(definitions, rules, name) {
  if (exact[name]) return exact[name];
  if (open.has(name)) return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const schema = reduce(withoutProse(definitions[name] ?? {}), definitions, rules);
  for (const [field, values] of Object.entries(rules.enums[name] ?? {})) addValues(schema.properties?.[field], values);
  for (const [field, limits] of Object.entries(rules.limits[name] ?? {})) addLimits(schema, name, field, limits);
  return schema;
}

/**
 * Go cannot tell an empty text from none, so it is as good as every value of an enumeration; not so in a list.
 * @param {Schema | undefined} property
 * @param {readonly unknown[]} values
 */
function addValues(property, values) {
  if (property?.items) property.items = { ...property.items, enum: [...values] };
  else if (property) property.enum = ['', ...values.filter((value) => value !== '')];
}

/**
 * `*` limits the map itself.
 * @param {Schema} schema
 * @param {string} name
 * @param {string} field
 * @param {Schema} limits
 */
function addLimits(schema, name, field, { required = [], ...limits }) {
  if (field === '*') {
    Object.assign(schema, limits, { required: [...new Set([...(schema.required ?? []), ...required])] });
  } else {
    const { properties = {} } = schema;
    if (properties[field] === undefined) throw new Error(`${name} has no field ${field}`);
    properties[field] = { ...properties[field], ...limits };
  }
}

/**
 * @param {Schema} schema
 * @param {Definitions} definitions
 * @param {Rules} rules
 * @returns {Schema}
 */
function reduce(schema, definitions, rules) {
  const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0]?.$ref : undefined);
  const kept = { ...schema };
  for (const keyword of dropped) delete kept[keyword];
  // Go's zero values: the API server takes none of them for an answer where a field is required.
  if (isZero(kept.default)) delete kept.default;
  if (reference === undefined) return mapSubSchemas(kept, (child) => reduce(child, definitions, rules));
  delete kept.$ref;
  delete kept.allOf;
  return { ...resolve(definitions, rules, String(reference).slice(prefix.length)), ...kept };
}

/** @param {unknown} value */
function isZero(value) {
  return (
    value === '' || value === 0 || value === false || (typeof value === 'object' && JSON.stringify(value) === '{}')
  );
}

/**
 * @param {Paths} paths
 * @param {string} group
 * @param {string} version
 * @returns {{ kind: string, plural: string, scope: string }[]}
 */
function resourcesIn(paths, group, version) {
  const root = group === '' ? `/api/${version}/` : `/apis/${group}/${version}/`;
  return Object.entries(paths).flatMap(([path, { get, post }]) => {
    const made = post?.['x-kubernetes-group-version-kind'];
    if (get === undefined || !path.startsWith(root) || made?.group !== group || made.version !== version) return [];
    const steps = path.slice(root.length).split('/');
    if (steps.length === 1) return [{ kind: made.kind, plural: steps[0] ?? '', scope: 'Cluster' }];
    if (steps.length === 3 && steps[0] === 'namespaces')
      return [{ kind: made.kind, plural: steps[2] ?? '', scope: 'Namespaced' }];
    return [];
  });
}
