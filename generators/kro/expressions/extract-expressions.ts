/** An expression in a text: `${` at `start`, `}` before `end`. */
export interface Embedded {
  readonly expression: string;
  readonly start: number;
  readonly end: number;
}

export interface Extraction {
  readonly embedded: readonly Embedded[];
  /** Offset of a `${` that stands in an expression outside of a string, which kro refuses. */
  readonly nested?: number;
  /** Offset of the first `${` that nothing closes: kro takes it for text. */
  readonly unclosed?: number;
}

/**
 * The expressions of a text, cut as kro cuts them: braces count outside of double quotes, and no other quotes are known.
 * Within an expression `${` is a mistake unless `"` stands right before it.
 */
export function extractExpressions(text: string): Extraction {
  const embedded: Embedded[] = [];
  let unclosed: number | undefined;
  let from = 0;
  while (from < text.length) {
    const start = text.indexOf('${', from);
    if (start < 0) break;
    const end = endOfExpression(text, start + 2);
    if (end.sort === 'nested') return { embedded, nested: end.at };
    if (end.sort === 'none') {
      unclosed ??= start;
      // kro searches on from the next character, not from behind this `${`; nothing that comes later closes either one.
      from = start + 1;
      continue;
    }
    embedded.push({ expression: text.slice(start + 2, end.at), start, end: end.at + 1 });
    from = end.at + 1;
  }
  return { embedded, ...(unclosed !== undefined && { unclosed }) };
}

type End = { readonly sort: 'closed' | 'nested'; readonly at: number } | { readonly sort: 'none' };

function endOfExpression(text: string, from: number): End {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return { sort: 'closed', at };
    else if (char === '$' && text[at + 1] === '{' && text[at - 1] !== '"') return { sort: 'nested', at };
  }
  return { sort: 'none' };
}

/** The expression that a text is as a whole, without a character around it. */
export function standaloneExpression(text: string, { embedded }: Extraction): string | undefined {
  const [only, another] = embedded;
  if (only === undefined || another !== undefined || only.start !== 0 || only.end !== text.length) return undefined;
  return only.expression;
}
