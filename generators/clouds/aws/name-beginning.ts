import { cutName } from '../../model/cut-name.ts';

/** What graphs take as the beginning of the names of their resources. Another pattern would be a breaking change to kro. */
export const LONGEST_BEGINNING = 40;

/** The beginning of the names of all resources of a spoke or network: its own name, unless that begins with a digit. */
export function nameBeginning(name: string): string {
  return /^[0-9]/.test(name) ? cutName(`n-${name}`, LONGEST_BEGINNING) : name;
}
