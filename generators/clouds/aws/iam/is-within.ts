/**
 * Whether every text that one pattern of IAM stands for is one that another does. Never wrong where it says yes: what the
 * first leaves open must be left open by a `*` of the second.
 */
export function isWithin(asked: string, allowed: string): boolean {
  // As in `matchesPattern`, but `?` is not what `*` stands for.
  let at = 0;
  let of = 0;
  let star = -1;
  let reach = 0;
  while (at < asked.length) {
    const one = asked[at];
    if (of < allowed.length && allowed[of] !== '*' && (allowed[of] === one || (allowed[of] === '?' && one !== '*'))) {
      at += 1;
      of += 1;
    } else if (allowed[of] === '*') {
      star = of;
      reach = at;
      of += 1;
    } else if (star >= 0) {
      of = star + 1;
      reach += 1;
      at = reach;
    } else return false;
  }
  while (allowed[of] === '*') of += 1;
  return of === allowed.length;
}

/** The same of ARNs, part by part: no wildcard reaches over a colon of the first five. */
export function isArnWithin(asked: string, allowed: string): boolean {
  if (allowed === '*') return true;
  if (asked === '*') return false;
  const parts = (arn: string) => {
    const all = arn.split(':');
    return [...all.slice(0, 5), all.slice(5).join(':')];
  };
  const wide = parts(allowed);
  return parts(asked).every((part, index) => isWithin(part, wide[index] ?? ''));
}
