import { plainHash } from '../util/hash.ts';

/** Digits of the hash by which cut names are told apart. */
const DIGITS = 8;
const cutEnd = /-[0-9a-f]{8}$/;

/**
 * A name as it is where it fits, or else its beginning and a hash of all of it. What is as long as a cut name and ends like one
 * is cut, too: so no name that fits is that of another which was cut.
 */
export function cutName(name: string, longest: number): string {
  if (name.length < longest || (name.length === longest && !cutEnd.test(name))) return name;
  return `${name.slice(0, longest - DIGITS - 1)}-${plainHash(name).slice(0, DIGITS)}`;
}
