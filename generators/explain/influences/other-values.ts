import { clouds } from '../../clouds/registry.ts';
import { formatCidr, parseCidr, sizeOf } from '../../util/cidr.ts';

export interface OtherValue {
  /** `undefined` takes the field away. */
  readonly value: unknown;
  /** It may be none that the schema takes, such as no region, or nothing where something must be. */
  readonly isGuess: boolean;
}

/** Values to try in the place of a leaf, likeliest first. */
export function otherValues(value: unknown): readonly OtherValue[] {
  const known = typeof value === 'boolean' ? [!value] : typeof value === 'string' ? similar(value) : [];
  const guesses =
    typeof value === 'number' ? [value + 1, value - 1] : typeof value === 'string' ? [placeholderFor(value)] : [];
  return [
    ...known.map((other) => ({ value: other, isGuess: false })),
    ...[...guesses, undefined].map((other) => ({ value: other, isGuess: true })),
  ];
}

/** Of the same shape as the text, and found in no configuration. */
export function placeholderFor(text: string): string {
  const letter = /^[^A-Za-z0-9]*q/.test(text) ? 'z' : 'q';
  return text.replace(/[A-Za-z0-9]/g, letter);
}

function similar(text: string): readonly string[] {
  const cidr = parseCidr(text);
  if (cidr !== undefined) {
    const next = cidr.address + sizeOf(cidr);
    return [formatCidr({ ...cidr, address: next < 2 ** 32 ? next : cidr.address - sizeOf(cidr) })];
  }
  const found = Object.values(clouds).find(
    ({ zones }) => Object.values(zones).flat().includes(text) || Object.hasOwn(zones, text),
  );
  if (found === undefined) return [];
  const regions = Object.keys(found.zones);
  if (regions.includes(text)) return regions.filter((region) => region !== text).slice(0, 1);
  const zones = Object.values(found.zones).find((names) => names.includes(text)) ?? [];
  return zones.filter((zone) => zone !== text);
}
