import { Lexer, Parser } from 'yaml';

const leading = /^[ \t]*/;
/** What opens a block collection. */
const blockMark = /[-?:](?=\s|$)/g;
const flowMark = /[[{]/g;
/** Of a text such as `${a}`, unless it stands within a flow collection. */
const expressionMark = /\$\{/g;

/** No value of the text is nested deeper than this: a column, or a mark, opens a map and a list at most. */
function mostDepth(text: string): number {
  let columns = 0;
  for (const line of text.split('\n')) {
    const width = (leading.exec(line)?.[0].length ?? 0) + (line.match(blockMark)?.length ?? 0);
    columns = Math.max(columns, width);
  }
  const flow = text.match(flowMark)?.length ?? 0;
  const expressions = text.match(expressionMark)?.length ?? 0;
  return 2 * (columns + 1) + (flow === expressions ? 0 : flow);
}

/**
 * Offset of the first value of a YAML text that is nested deeper than this. It is found before the text is composed: composing recurses, and how
 * deep that can go depends on the machine.
 */
export function firstTooDeep(text: string, deepest: number): number | undefined {
  if (mostDepth(text) <= deepest) return undefined;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const _ of parser.next(lexeme));
    // Below the document stands the outermost collection, which nests nothing.
    if (parser.stack.length > deepest + 2) return offset;
  }
  return undefined;
}
