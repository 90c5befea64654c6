import { type Document, isCollection, isPair, isScalar, type ParsedNode } from 'yaml';

function* partsOf(node: ParsedNode): Generator<ParsedNode> {
  if (!isCollection(node)) return;
  for (const item of node.items) {
    if (!isPair<ParsedNode, ParsedNode | null>(item)) yield item as ParsedNode;
    else {
      yield item.key;
      if (item.value !== null) yield item.value;
    }
  }
}

/** Start of the innermost node that reaches over the offset and satisfies the test. */
function innermost(node: ParsedNode, offset: number, test: (node: ParsedNode) => boolean): number | undefined {
  if (node.range[0] >= offset || node.range[2] < offset) return undefined;
  for (const part of partsOf(node)) {
    const found = innermost(part, offset, test);
    if (found !== undefined) return found;
  }
  return test(node) ? node.range[0] : undefined;
}

/** Offset of the first node that has more than `depth` nodes around it. */
export function firstDeeperThan({ contents }: Document.Parsed, depth: number): number | undefined {
  const search = (node: ParsedNode, left: number): number | undefined => {
    if (left < 0) return node.range[0];
    for (const part of partsOf(node)) {
      const found = search(part, left - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return contents === null ? undefined : search(contents, depth);
}

/** Offset of the bracket or brace that opens the innermost flow collection around an offset. */
export function flowCollectionAt({ contents }: Document.Parsed, offset: number): number | undefined {
  return contents === null
    ? undefined
    : innermost(contents, offset, (node) => isCollection(node) && node.flow === true);
}

/** Offset of the quote that opens the quoted scalar around an offset. */
export function quotedScalarAt({ contents }: Document.Parsed, offset: number): number | undefined {
  return contents === null
    ? undefined
    : innermost(contents, offset, (node) => isScalar(node) && /^QUOTE_/.test(node.type ?? ''));
}
