/** Whether a text is what a pattern of IAM says: `*` is anything, `?` one character. In time of the product of both lengths at most. */
export function matchesPattern(text: string, pattern: string): boolean {
  return matches(text, pattern, () => true);
}

/**
 * Whether every text that one pattern of IAM stands for is one that another does. Never wrong where it says yes: what the
 * first leaves open, by a `*` or by a variable, must be left open by a `*` of the second.
 */
export function isWithin(asked: string, allowed: string): boolean {
  return matches(asked, allowed, (character) => character !== '*' && character !== '$');
}

/** `isOne`: of a character of the text, whether `?` may stand for it. */
function matches(text: string, pattern: string, isOne: (character: string) => boolean): boolean {
  let at = 0;
  let of = 0;
  // Where the last star stands, and up to where it was taken to reach.
  let star = -1;
  let reach = 0;
  while (at < text.length) {
    const [one = '', wanted] = [text[at], pattern[of]];
    if (wanted === '*') {
      star = of;
      reach = at;
      of += 1;
    } else if (wanted === one || (wanted === '?' && isOne(one))) {
      at += 1;
      of += 1;
    } else if (star >= 0) {
      of = star + 1;
      reach += 1;
      at = reach;
    } else return false;
  }
  while (pattern[of] === '*') of += 1;
  return of === pattern.length;
}
