/** Maps every direct sub-schema of a structural schema; everything else is kept as it stands. */
export function mapSubSchemas(schema, map) {
  const result = { ...schema };
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') {
      result[keyword] = Object.fromEntries(Object.entries(value).map(([name, property]) => [name, map(property)]));
    } else if (keyword === 'items' || keyword === 'not') {
      result[keyword] = map(value);
    } else if (keyword === 'additionalProperties' && typeof value === 'object') {
      result[keyword] = map(value);
    } else if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') {
      result[keyword] = value.map(map);
    }
  }
  return result;
}

const prose = new Set(['description', 'title', 'example', 'examples', 'externalDocs']);

/** A schema without what only people read. Properties that are called `description` stay. */
export function withoutProse(schema) {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !prose.has(keyword)));
  return mapSubSchemas(kept, withoutProse);
}
