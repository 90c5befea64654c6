import type { RawSchema } from './structural-schema.ts';
import { report, type Walk } from './violation.ts';

export function checkItemCount({ length }: readonly unknown[], { minItems, maxItems }: RawSchema, walk: Walk): void {
  if (minItems !== undefined && length < minItems)
    report(walk, `The list has ${length} items; at least ${minItems} are needed.`);
  if (maxItems !== undefined && length > maxItems)
    report(walk, `The list has ${length} items; at most ${maxItems} are allowed.`);
}

export function checkEntryCount(
  map: Readonly<Record<string, unknown>>,
  { minProperties, maxProperties }: RawSchema,
  walk: Walk,
): void {
  if (minProperties === undefined && maxProperties === undefined) return;
  const size = Object.keys(map).filter((key) => map[key] !== undefined).length;
  if (minProperties !== undefined && size < minProperties) {
    report(walk, `The map has ${size} entries; at least ${minProperties} are needed.`);
  }
  if (maxProperties !== undefined && size > maxProperties) {
    report(walk, `The map has ${size} entries; at most ${maxProperties} are allowed.`);
  }
}
