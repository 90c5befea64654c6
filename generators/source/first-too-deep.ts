import { Lexer, Parser } from 'yaml';

/** What begins a value inside another; a text with fewer of them cannot be nested too deeply. */
const openers = /[[{:?-]/g;

/**
 * Offset of the first value of a YAML text that is nested deeper than this. It is found before the text is composed: composing recurses, and how
 * deep that can go depends on the machine.
 */
export function firstTooDeep(text: string, deepest: number): number | undefined {
  let count = 0;
  while (count <= deepest && openers.test(text)) count += 1;
  openers.lastIndex = 0;
  if (count <= deepest) return undefined;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const _ of parser.next(lexeme));
    // Below the document stands the outermost collection, which nests nothing.
    if (parser.stack.length > deepest + 2) return offset;
  }
  return undefined;
}
