/** Parts of which a pattern consists when every count is written out: `a{3}b` has about four. Never far below what Go makes of it. */
export function patternSize(pattern: string): number {
  const before: number[] = [];
  let total = 0;
  let last = 0;
  let at = 0;
  while (at < pattern.length) {
    const char = pattern[at];
    count.lastIndex = at;
    const counted = char === '{' ? count.exec(pattern) : null;
    if (counted !== null) {
      last *= Math.max(Number(counted[1]), Number(counted[2] ?? 0)) + 1;
      at += counted[0].length;
      continue;
    }
    if (char === '(') {
      before.push(total + last);
      total = 0;
      last = 1;
    } else if (char === ')') {
      last = total + last + 1;
      total = before.pop() ?? 0;
    } else {
      total += last;
      last = 1;
    }
    at = char === '[' ? classEnd(pattern, at) : at + (char === '\\' ? 2 : 1);
  }
  return before.reduce((sum, outer) => sum + outer, total + last);
}

const count = /\{(\d{1,9})(?:,(\d{0,9}))?\}/y;

function classEnd(pattern: string, start: number): number {
  let at = pattern[start + 1] === '^' ? start + 2 : start + 1;
  if (pattern[at] === ']') at += 1;
  while (at < pattern.length && pattern[at] !== ']') {
    const named = pattern.startsWith('[:', at) ? pattern.indexOf(':]', at) : -1;
    if (named > 0) at = named + 2;
    else at += pattern[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}
