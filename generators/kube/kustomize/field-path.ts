import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import type {} from './resource.ts';

/**
 * Calls `visit` with the holder of the field at the end of each way along `path`; lists on the way are walked item by item.
 * `create` makes missing maps on the way, except below a segment that ends in `[]`, which says that a list is expected.
 */
export function visitField(
  node: unknown,
  path: readonly string[],
  create: boolean,
  visit: (holder: OpenMap, field: string) => void,
  index = 0,
): void {
  if (Array.isArray(node)) {
    for (const item of node) visitField(item, path, create, visit, index);
    return;
  }
  if (!isOpenMap(node)) return;
  const segment = path[index] as string;
  const field = segment.endsWith('[]') ? segment.slice(0, -2) : segment;
  if (index === path.length - 1) {
    visit(node, field);
    return;
  }
  if (create && field === segment && (node[field] === undefined || node[field] === null)) node[field] = {};
  visitField(node[field], path, create, visit, index + 1);
}

/** As `visitField`, for a field that is a map; it is made where `create` says so. */
export function visitMap(node: unknown, path: readonly string[], create: boolean, visit: (map: OpenMap) => void): void {
  visitField(node, path, create, (holder, field) => {
    if (create && (holder[field] === undefined || holder[field] === null)) holder[field] = {};
    const value = holder[field];
    if (Array.isArray(value)) for (const item of value.filter(isOpenMap)) visit(item);
    else if (isOpenMap(value)) visit(value);
  });
}
