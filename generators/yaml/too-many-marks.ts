import { Lexer } from 'yaml';

/** Whatever may stand between two words. */
const separators = new Set('\n,:?-&*!|>"\'[]{}'.split('').map((char) => char.charCodeAt(0)));

/** No text has more marks than this: each separator is one, and there may be a word before each. */
function mostMarks(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) if (separators.has(text.charCodeAt(at))) found += 1;
  return 2 * found + 1;
}

/**
 * Offset of the first mark beyond so many: a mark is a word, a text, a bracket, a comma, a colon, a dash or the end of a line, and a block of
 * text is one. Composing takes far longer than this, and memory for each of them.
 */
export function firstMarkBeyond(text: string, most: number): number | undefined {
  if (text.length <= most || mostMarks(text) <= most) return undefined;
  let marks = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // These two stand in no text: the start of a word, and the start of a document.
    if (lexeme === '\x1f' || lexeme === '\x02') continue;
    if (!/^[ \t#]/.test(lexeme) && ++marks > most) return offset;
    offset += lexeme.length;
  }
  return undefined;
}
