/** Whether a text is what a pattern of IAM says: `*` is anything, `?` one character. In time of the product of both lengths at most. */
export function matchesPattern(text: string, pattern: string): boolean {
  let at = 0;
  let of = 0;
  // Where the last star stands, and up to where it was taken to reach.
  let star = -1;
  let reach = 0;
  while (at < text.length) {
    if (of < pattern.length && pattern[of] !== '*' && (pattern[of] === '?' || pattern[of] === text[at])) {
      at += 1;
      of += 1;
    } else if (pattern[of] === '*') {
      star = of;
      reach = at;
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
