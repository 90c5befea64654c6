import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Origin } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import { type Source, spanIn } from '../../source/source.ts';
import { rangeInSource, scalarOffsets } from './scalar-offsets.ts';

/** A place in a graph: the value at a path, its key, or a range of its text. */
export interface Spot {
  readonly path: Path;
  readonly at?: 'key' | 'value';
  /** In UTF-16 units of the text at `path`. */
  readonly range?: readonly [start: number, end: number];
}

/** Finds the place of a spot, or of its nearest parent. A graph that was made by a program has none. */
export type LocateSpot = (spot: Spot) => Origin;

export const nowhere: LocateSpot = () => ({});

export function locateInYaml(source: Source, document: Document): LocateSpot {
  return ({ path, at = 'value', range }) => {
    let node: Node | null = document.contents as Node | null;
    let key: Node | null = null;
    let isExact = true;
    for (const segment of path) {
      const next = childOf(isAlias(node) ? (node.resolve(document) ?? null) : node, segment);
      if (next === undefined) {
        isExact = false;
        break;
      }
      key = next.key ?? key;
      node = next.value;
    }
    const whole = (at === 'key' || !isExact || isEmpty(node) ? key : undefined) ?? node;
    const part = isExact && range !== undefined && isScalar(node) ? rangeOf(source, node, range) : undefined;
    const [start, end] = part ?? trimmed(source, whole?.range ?? undefined);
    return { span: spanIn(source, start, end) };
  };
}

interface Child {
  readonly key: Node | null;
  readonly value: Node | null;
}

function childOf(node: Node | null, segment: string | number): Child | undefined {
  if (isSeq(node) && typeof segment === 'number') {
    const item = node.items[segment] as Node | undefined;
    return item === undefined ? undefined : { key: null, value: item };
  }
  if (!isMap(node)) return undefined;
  // Of a key that stands twice, the last one counts.
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(segment));
  return pair && { key: pair.key as Node, value: pair.value as Node | null };
}

function isEmpty(node: Node | null): boolean {
  return node === null || node.range === undefined || node.range === null || node.range[0] >= node.range[1];
}

function rangeOf(
  source: Source,
  node: Scalar,
  range: readonly [number, number],
): readonly [number, number] | undefined {
  const offsets = scalarOffsets(source.text, node);
  return offsets && rangeInSource(source.text, offsets, range);
}

function trimmed({ text }: Source, range: readonly number[] | undefined): readonly [number, number] {
  const [start = 0, end = 0] = range ?? [];
  return [start, start + text.slice(start, end).trimEnd().length];
}
