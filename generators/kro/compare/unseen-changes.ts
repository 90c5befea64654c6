import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';

/** A difference of two schemas that kro does not look at. */
export interface UnseenChange {
  readonly path: Path;
  readonly says: string;
}

const unseen = {
  format: 'its format',
  nullable: 'whether it may be null',
  'x-kubernetes-validations': 'its rules (validation and immutable)',
  'x-kubernetes-list-type': 'its list type',
  'x-kubernetes-list-map-keys': 'the keys of its items',
  'x-kubernetes-preserve-unknown-fields': 'whether it keeps unknown fields',
} as const;

/** What differs in two schemas and escapes kro's comparison, which then says that nothing changed. */
export function unseenChanges(before: RawSchema, after: RawSchema, path: Path = []): readonly UnseenChange[] {
  if (before.type !== after.type) return [];
  const changes: UnseenChange[] = [];
  for (const key of Object.keys(unseen) as (keyof typeof unseen)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changes.push({ path, says: unseen[key] });
  }
  if ((before.enum === undefined) !== (after.enum === undefined)) changes.push({ path, says: 'its enumeration' });
  const [old, now] = [before.additionalProperties, after.additionalProperties];
  if (JSON.stringify(old) !== JSON.stringify(now)) changes.push({ path, says: 'the type of its entries' });
  for (const [name, property] of Object.entries(before.properties ?? {})) {
    const same = after.properties?.[name];
    if (same !== undefined) changes.push(...unseenChanges(property, same, [...path, name]));
  }
  if (before.items !== undefined && after.items !== undefined) {
    changes.push(...unseenChanges(before.items, after.items, [...path, 'items']));
  }
  return changes;
}
