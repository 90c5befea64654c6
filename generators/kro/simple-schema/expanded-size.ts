import type { RawSchema } from '../../schema/structural/structural-schema.ts';

/** Fields of a schema when everything that is shared is written out, as in the CRD. */
export function expandedSize(schema: RawSchema): number {
  const known = new Map<object, number>();

  function size({ properties, items, additionalProperties }: RawSchema): number {
    let sum = 1;
    if (properties !== undefined) sum += sizeOf(properties);
    if (items !== undefined) sum += size(items);
    if (typeof additionalProperties === 'object') sum += size(additionalProperties);
    return sum;
  }

  function sizeOf(properties: Readonly<Record<string, RawSchema>>): number {
    const found = known.get(properties);
    if (found !== undefined) return found;
    const sum = Object.values(properties).reduce((total, property) => total + size(property), 0);
    known.set(properties, sum);
    return sum;
  }

  return size(schema);
}
