import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** Far more than the objects of a file hold. */
const mostValues = 200_000;

export interface AliasFault {
  readonly fault: string;
  readonly at: Node;
}

/**
 * Makes every alias know what it repeats: the library looks through all anchors for each, and through the whole document for some. Or the
 * first that repeats nothing, itself, or too much; or a second key, for which the library holds each against each.
 */
export function resolveAliases(document: Document): AliasFault | undefined {
  const anchors = new Map<string, Node>();
  const sizes = new Map<Node, number>();
  let repeated = 0;
  let found: AliasFault | undefined;
  measure(document.contents);
  return found;

  /** Values that a node stands for. */
  function measure(part: unknown): number {
    if (found !== undefined || typeof part !== 'object' || part === null) return 0;
    if (isAlias(part)) return follow(part);
    const node = part as Node & { readonly anchor?: string };
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    let size = 1;
    if (isMap(node)) size += measureMap(node.items);
    else if (isSeq(node)) for (const item of node.items) size += measure(item);
    sizes.set(node, size);
    return size;
  }

  function measureMap(items: readonly Pair[]): number {
    const keys = new Set<unknown>();
    let size = 0;
    for (const { key, value } of items) {
      if (isScalar(key)) {
        if (keys.has(key.value)) return refuse(key, 'Map keys must be unique');
        keys.add(key.value);
      }
      size += measure(key) + measure(value);
    }
    return size;
  }

  function follow(alias: Alias): number {
    const target = anchors.get(alias.source);
    if (target === undefined) return refuse(alias, `the alias "*${alias.source}" leads nowhere`);
    const size = sizes.get(target);
    if (size === undefined) return refuse(alias, `the alias "*${alias.source}" stands within what it repeats`);
    repeated += size;
    if (repeated > mostValues) return refuse(alias, `its aliases stand for more than ${mostValues} values`);
    Object.assign(alias, { resolve: () => target, toJSON: () => target.toJS(document) as unknown });
    return size;
  }

  function refuse(at: Node, fault: string): number {
    found = { fault, at };
    return 0;
  }
}
