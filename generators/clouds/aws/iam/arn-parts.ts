import { isWithin } from './matches-pattern.ts';

/** The six parts of an ARN: what names the resource is the last, colons and all. */
export function arnParts(arn: string): readonly string[] {
  const all = arn.split(':');
  return [...all.slice(0, 5), all.slice(5).join(':')];
}

/** As `isWithin`, part by part: no wildcard reaches over a colon of the first five. */
export function isArnWithin(asked: string, allowed: string): boolean {
  if (allowed === '*') return true;
  if (asked === '*') return false;
  const wide = arnParts(allowed);
  return arnParts(asked).every((part, index) => isWithin(part, wide[index] ?? ''));
}
