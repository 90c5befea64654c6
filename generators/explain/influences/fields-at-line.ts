import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml';
import type { Path } from '../../source/path.ts';

export interface FieldAtLine {
  /** Index of the document in its file. */
  readonly document: number;
  readonly path: Path;
  readonly value: unknown;
}

interface Found extends FieldAtLine {
  readonly isLeaf: boolean;
  /** Line of its key (or of itself, in a list) and its last line. */
  readonly first: number;
  readonly last: number;
}

/** The fields that a line of YAML or JSON says something about; of what only begins there, the whole. None for a comment. */
export function fieldsAtLine(text: string, line: number): readonly FieldAtLine[] {
  const found = [...fieldsOfFile(text)];
  const leaves = found.filter(({ isLeaf, first, last }) => isLeaf && first <= line && line <= last);
  if (leaves.length > 0) return leaves;
  const begun = found.filter(({ first }) => first === line).at(-1);
  return begun === undefined ? [] : [begun];
}

function* fieldsOfFile(text: string): Generator<Found> {
  const lines = new LineCounter();
  const documents = parseAllDocuments<ParsedNode>(text, { lineCounter: lines });
  if (!Array.isArray(documents)) return;
  const lineAt = (offset: number): number => lines.linePos(offset).line;

  function* below(node: ParsedNode | null, document: number, path: Path): Generator<Found> {
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) yield* field(value, document, [...path, String(key.value)], key.range[0], key.range[1]);
      }
    } else if (isSeq<ParsedNode>(node)) {
      for (const [index, item] of node.items.entries()) {
        yield* field(item, document, [...path, index], item.range[0], item.range[1]);
      }
    }
  }

  function* field(
    node: ParsedNode | null,
    document: number,
    path: Path,
    start: number,
    keyEnd: number,
  ): Generator<Found> {
    const isLeaf = !(isMap(node) || isSeq(node)) || node.items.length === 0;
    const end =
      node === null
        ? keyEnd
        : Math.max(keyEnd, node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length);
    const value: unknown = node?.toJSON();
    yield { document, path, value, isLeaf, first: lineAt(start), last: lineAt(Math.max(start, end - 1)) };
    yield* below(node, document, path);
  }

  for (const [index, { contents }] of documents.entries()) yield* below(contents, index, []);
}
