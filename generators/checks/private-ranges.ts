import { type Cidr, contains, parseCidr } from '../util/cidr.ts';

const parsed = (texts: readonly string[]): readonly Cidr[] => texts.map(parseCidr).filter((cidr) => cidr !== undefined);

/** RFC 1918 */
const privateUse = parsed(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
/** RFC 6598 */
const sharedSpace = parsed(['100.64.0.0/10']);

export function isPrivate(cidr: Cidr): boolean {
  return privateUse.some((range) => contains(range, cidr));
}

/** Whether nobody on the internet can have these addresses. */
export function isInternal(cidr: Cidr): boolean {
  return isPrivate(cidr) || sharedSpace.some((range) => contains(range, cidr));
}
