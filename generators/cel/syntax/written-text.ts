import type { Span } from './expression.ts';

const textsAndParentheses =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|[rR][bB]?(?:"[^"]*"|'[^']*')|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]/g;

/** How many parentheses of a piece of source have no partner within it. */
export function unpairedParentheses(piece: string): { readonly opening: number; readonly closing: number } {
  let opening = 0;
  let closing = 0;
  for (const [found] of piece.matchAll(textsAndParentheses)) {
    if (found === '(') opening++;
    else if (found === ')' && opening > 0) opening--;
    else if (found === ')') closing++;
  }
  return { opening, closing };
}

/** What is written at a span. Spans leave out the parentheses around their first and last operand; here they are complete. */
export function writtenText(source: string, { start, end }: Span): string {
  const piece = source.slice(start, end);
  const { opening, closing } = unpairedParentheses(piece);
  const [before = ''] = new RegExp(`(?:\\(\\s*){${closing}}$`).exec(source.slice(0, start)) ?? [];
  const [after = ''] = new RegExp(`^(?:\\s*\\)){${opening}}`).exec(source.slice(end)) ?? [];
  return before + piece + after;
}
