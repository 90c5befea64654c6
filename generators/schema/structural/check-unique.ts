import type { SchemaNode } from './structural-schema.ts';
import { templateText } from './template-text.ts';
import { nameValue, reportAt, type Walk } from './violation.ts';

/** Items of a set must differ, those of a list that is a map in their keys. What is not known before run time differs from everything. */
export function checkUnique(list: readonly unknown[], node: SchemaNode, walk: Walk): void {
  const first = new Map<string, number>();
  for (let i = 0; i < list.length; i++) {
    const identity = node.unique === 'map' ? identityOf(list[i], node, walk) : scalarOf(list[i], walk);
    if (identity === undefined) continue;
    const before = first.get(identity);
    if (before === undefined) first.set(identity, i);
    else reportAt(walk, i, `${identity} stands in the list twice; item ${before} is the first.`);
  }
}

function identityOf(item: unknown, node: SchemaNode, walk: Walk): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const values: string[] = [];
  for (const key of node.raw['x-kubernetes-list-map-keys'] ?? []) {
    const value = Object.hasOwn(item, key) ? (item as Readonly<Record<string, unknown>>)[key] : undefined;
    const known = scalarOf(value ?? node.items()?.property(key)?.raw.default ?? null, walk);
    if (known === undefined) return undefined;
    values.push(`${key}: ${known}`);
  }
  return `An item with ${values.join(', ')}`;
}

function scalarOf(value: unknown, walk: Walk): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  if (typeof value === 'string' && walk.templates && templateText(value) !== 'none') return undefined;
  return typeof value === 'string' ? JSON.stringify(value) : nameValue(value);
}
