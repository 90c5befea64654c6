import { nearestName } from '../../util/did-you-mean.ts';
import { eksAddons } from './eks-addons.ts';

/** A slip of the pen is nearer to what was meant than two names are to each other. */
export const SLIP = 2;

const known = Object.keys(eksAddons);

/** The EKS add-on that a name was surely meant to be; undefined for one that is known, and for one that is like none. */
export function meantAddon(name: string): string | undefined {
  return Object.hasOwn(eksAddons, name) ? undefined : nearestName(name, known, SLIP);
}
