import type { Document } from 'yaml';
import { isNode } from 'yaml';
import type { Origin } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import type { Source } from '../../source/source.ts';

/** A YAML document with its place. */
export interface Placed {
  readonly source: Source;
  readonly document: Document;
}

/** The place of the value at a path, or of the nearest parent that there is. */
export function originAt({ source, document }: Placed, path: Path): Origin {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { span: { source, start: node.range[0], end: node.range[1] } };
  }
  return { span: { source, start: 0, end: 0 } };
}

/** The place of the key at the end of a path. */
export function keyOrigin(placed: Placed, path: Path): Origin {
  const parent = path.length === 1 ? placed.document.contents : placed.document.getIn(path.slice(0, -1), true);
  const items = (parent as { readonly items?: readonly { readonly key?: unknown }[] } | null)?.items ?? [];
  for (const { key } of items) {
    if (isNode(key) && key.range && (key as { readonly value?: unknown }).value === path.at(-1)) {
      return { span: { source: placed.source, start: key.range[0], end: key.range[1] } };
    }
  }
  return originAt(placed, path);
}
