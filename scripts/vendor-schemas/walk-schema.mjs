/** @import { Schema } from './types.ts' */

/**
 * Maps every direct sub-schema of a structural schema; everything else is kept as it stands.
 * @param {Schema} schema
 * @param {(part: Schema) => Schema} map
 * @returns {Schema}
 */
export function mapSubSchemas(schema, map) {
  /** @type {Schema} */
  const result = { ...schema };
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') {
      const properties = Object.entries(/** @type {Record<string, Schema>} */ (value));
      result[keyword] = Object.fromEntries(properties.map(([name, property]) => [name, map(property)]));
    } else if (keyword === 'items' || keyword === 'not') {
      result[keyword] = map(/** @type {Schema} */ (value));
    } else if (keyword === 'additionalProperties' && typeof value === 'object') {
      result[keyword] = map(/** @type {Schema} */ (value));
    } else if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') {
      result[keyword] = /** @type {Schema[]} */ (value).map(map);
    }
  }
  return result;
}

const prose = new Set(['description', 'title', 'example', 'examples', 'externalDocs']);

/**
 * A schema without what only people read. Properties that are called `description` stay.
 * @param {Schema} schema
 * @returns {Schema}
 */
export function withoutProse(schema) {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !prose.has(keyword)));
  return mapSubSchemas(kept, withoutProse);
}
