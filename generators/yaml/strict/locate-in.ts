import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Path } from '../../source/path.ts';
import type { Source, Span } from '../../source/source.ts';
import { composeYaml } from './parse-yaml.ts';

export type LocateInSource = (path: Path, at?: 'key' | 'value') => Span | undefined;

type Range = readonly [start: number, end: number];

/** Where a value stands; far smaller than the nodes that it was read from. */
interface Place {
  readonly key: Range | undefined;
  readonly value: Range;
  readonly children: ReadonlyMap<string | number, Place> | undefined;
}

/**
 * Finds the exact place of a path in a file: undefined where the path is not in it. `value` (the default) of a field
 * without a value is its key; an item of a list has no key, so its `key` is its value. An alias leads to what it repeats.
 * The file is parsed at the first call.
 */
export function locateIn(source: Source): LocateInSource {
  let root: Place | undefined;
  let parsed = false;
  return (path, at = 'value') => {
    if (!parsed) {
      const document = composeYaml(source);
      root = document === undefined ? undefined : placesOf(document, source.text);
      parsed = true;
    }
    let place = root;
    for (const segment of path) place = place?.children?.get(segment);
    if (place === undefined) return undefined;
    const [start, end] = (at === 'key' ? place.key : undefined) ?? place.value;
    return { source, start, end };
  };
}

/** The place of a path, or else of its nearest parent in the file; the start of a file in which there is nothing. */
export function nearest(source: Source, locate: LocateInSource, path: Path, at: 'key' | 'value' = 'value'): Span {
  const exact = locate(path, at);
  if (exact !== undefined) return exact;
  for (let length = path.length - 1; length >= 0; length--) {
    const span = locate(path.slice(0, length), 'key');
    if (span !== undefined) return span;
  }
  return { source, start: 0, end: 0 };
}

function placesOf(document: Document.Parsed, text: string): Place | undefined {
  const anchors = new Map<string, Place>();

  /** Without the line breaks that a block ends with. */
  const rangeOf = ([start, end]: ParsedNode['range']): Range => [
    start,
    start + text.slice(start, end).trimEnd().length,
  ];

  function childrenOf(node: ParsedNode): Place['children'] {
    const children = new Map<string | number, Place>();
    if (isMap(node)) {
      for (const { key, value } of node.items as Iterable<{ key: ParsedNode; value: ParsedNode | null }>) {
        if (isScalar(key) && typeof key.value === 'string' && !children.has(key.value)) {
          children.set(key.value, place(value, rangeOf(key.range)));
        }
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        children.set(index, place(item as ParsedNode, undefined));
      });
    } else return undefined;
    return children;
  }

  function place(node: ParsedNode | null, key: Range | undefined): Place {
    const empty = node === null || node.range[0] >= node.range[1];
    const value = empty ? (key ?? [node?.range[0] ?? 0, node?.range[0] ?? 0]) : rangeOf(node.range);
    if (node === null) return { key, value, children: undefined };
    if (isAlias(node)) return { key, value, children: anchors.get(node.source)?.children };
    const found = { key, value, children: childrenOf(node) };
    if (node.anchor !== undefined) anchors.set(node.anchor, found);
    return found;
  }

  return document.contents === null ? undefined : place(document.contents, undefined);
}
