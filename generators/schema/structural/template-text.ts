/**
 * How kro reads a string of a template: `none`, `whole` (one expression, replaced by its value of whatever type) or `mixed` (text with expressions, a string).
 * Braces count outside double-quoted strings; an expression that is never closed is plain text.
 */
export function templateText(text: string): 'none' | 'whole' | 'mixed' {
  const start = text.indexOf('${');
  if (start < 0) return 'none';
  const end = endOfExpression(text, start + 2);
  if (end < 0) return 'none';
  return start === 0 && end === text.length - 1 ? 'whole' : 'mixed';
}

function endOfExpression(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === '\\') i++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}' && --depth === 0) return i;
  }
  return -1;
}
