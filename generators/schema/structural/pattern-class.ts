interface Piece {
  readonly length: number;
  readonly problem?: string;
}

const posixClasses =
  /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;

/** The character class at the start of a text. */
export function readClass(text: string): Piece {
  let at = text.startsWith('[^') ? 2 : 1;
  let first = true;
  while (at < text.length && (text[at] !== ']' || first)) {
    first = false;
    const rest = text.slice(at);
    const posix = posixClasses.exec(rest);
    if (posix !== null) {
      at += posix[0].length;
      continue;
    }
    if (rest.startsWith('[:') && rest.includes(':]'))
      return { length: text.length, problem: `"${rest.slice(0, 9)}" is no class` };
    if (/^\\[dDsSwWpP]/.test(rest)) {
      const shorthand = readCommonEscape(rest);
      if (shorthand.problem !== undefined) return shorthand;
      at += shorthand.length;
      continue;
    }
    const low = readCharacter(rest);
    if (low.problem !== undefined) return low;
    at += low.length;
    if (text[at] !== '-' || text[at + 1] === ']' || at + 1 >= text.length) continue;
    const high = readCharacter(text.slice(at + 1));
    if (high.problem !== undefined) return high;
    if (high.code < low.code)
      return { length: text.length, problem: `"${rest.slice(0, low.length + 1 + high.length)}" is no range` };
    at += 1 + high.length;
  }
  return at >= text.length ? { length: text.length, problem: 'a "[" is not closed' } : { length: at + 1 };
}

function readCharacter(text: string): Piece & { readonly code: number } {
  if (!text.startsWith('\\')) {
    const code = text.codePointAt(0) ?? 0;
    return { code, length: code > 0xffff ? 2 : 1 };
  }
  const escaped = /^\\[dDsSwWpP]/.test(text)
    ? { length: 2, problem: `Go has no "${text.slice(0, 2)}" in a range` }
    : readCommonEscape(text);
  return { ...escaped, code: codeOf(text.slice(1, escaped.length)) };
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

function codeOf(escaped: string): number {
  const control = controls[escaped];
  if (control !== undefined) return control;
  if (escaped.startsWith('x')) return Number.parseInt(escaped.replace(/[x{}]/g, ''), 16);
  return /^[0-7]+$/.test(escaped) ? Number.parseInt(escaped, 8) : (escaped.codePointAt(0) ?? 0);
}

/** An escape that may stand inside a class and outside of one. */
export function readCommonEscape(text: string): Piece {
  const found =
    /^\\(?:[dDsSwWafnrtv]|0[0-7]{0,2}|[1-7][0-7]{1,2}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|[^\w\u0080-\u{10ffff}]|_)/u.exec(
      text,
    );
  if (found !== null) return { length: found[0].length };
  const property = /^\\[pP](?:\{\^?(\w+)\}|([A-Z]))/.exec(text);
  if (property !== null && isProperty(property[1] ?? property[2] ?? '')) return { length: property[0].length };
  return { length: 2, problem: text === '\\' ? 'it ends in "\\"' : `Go has no "${text.slice(0, 2)}"` };
}

function isProperty(name: string): boolean {
  if (name === 'Any') return true;
  return [name, `Script=${name}`].some((value) => {
    try {
      return new RegExp(`\\p{${value}}`, 'u').source !== '';
    } catch {
      return false;
    }
  });
}
