import { type CST, Lexer, Parser } from 'yaml';
import { firstMarkBeyond } from './too-many-marks.ts';

interface Most {
  /** Levels of nesting. */
  readonly depth: number;
  readonly marks: number;
}

/** The documents of a YAML text before they are composed, or the offset from which on it is too much. */
export type ParsedTokens =
  | { readonly tokens: readonly CST.Token[] }
  | { readonly tooDeep: number }
  | { readonly tooMany: number };

/** The first error is told. Each that is composed costs a stack trace, and a text may be nothing but errors. */
const mostErrors = 20;

/**
 * What the parser makes of a YAML text, to be composed. Its stack is held against the limit after each word: closing many collections at once and
 * composing them recurse, and how deep that can go depends on the machine.
 */
export function parseTokens(text: string, most: Most): ParsedTokens {
  const tooMany = firstMarkBeyond(text, most.marks);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  const keep = (token: CST.Token): void => {
    if (token.type === 'error') errors += 1;
    if (token.type !== 'error' || errors <= mostErrors) tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(tooMany === undefined ? text : text.slice(0, tooMany))) {
    const { offset } = parser;
    for (const token of parser.next(lexeme)) keep(token);
    // Below the document stands the outermost collection, which nests nothing.
    if (parser.stack.length > most.depth + 2) return { tooDeep: offset };
  }
  if (tooMany !== undefined) return { tooMany };
  for (const token of parser.end()) keep(token);
  return { tokens };
}
