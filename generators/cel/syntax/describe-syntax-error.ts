import type { ParseError } from '@marcbachmann/cel-js';

const tokens: Readonly<Record<string, string>> = {
  EOF: 'the end',
  IDENTIFIER: 'a name',
  NUMBER: 'a number',
  STRING: 'a text',
  BYTES: 'bytes',
  BOOLEAN: 'true or false',
  NULL: 'null',
  IN: '"in"',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  DOT: '"."',
  COMMA: '","',
  COLON: '":"',
  QUESTION: '"?"',
};

/** What the parser says, with the names of its tokens put into plain words. `written`: what stands there. */
export function describeSyntaxError({ code, summary }: ParseError, written: string): string {
  const nameToken = (token: string) => tokens[token] ?? token.toLowerCase();
  const [, expected, got] = /^Expected (\w+), got (\w+)$/.exec(summary) ?? [];
  if (expected !== undefined && got !== undefined)
    return `CEL expects ${nameToken(expected)} here, and finds ${nameToken(got)}.`;
  const [, unexpected] = /^Unexpected token: (\w+)$/.exec(summary) ?? [];
  if (unexpected !== undefined) return `CEL expects a value here, and finds ${nameToken(unexpected)}.`;
  const [, character] = /^Unexpected character: '?(.+?)'?$/.exec(summary) ?? [];
  if (character === '{') return 'kro has no types to make objects of; a map is written {"key": value}.';
  if (code === 'unexpected_character' && character !== undefined)
    return `CEL cannot read on at "${written === '' ? character : written}".`;
  return `${summary}.`;
}
