import { clouds } from '../../clouds/registry.gen.ts';
import { formatCidr, parseCidr, sizeOf } from '../../util/cidr.ts';

/**
 * Values of the same sort as a leaf, to try in its place, likeliest first; `undefined` takes it away. A generator may be
 * unable to do anything with one of them, as nothing checked it.
 */
export function otherValues(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value, undefined];
  if (typeof value === 'number') return [value + 1, value - 1, undefined];
  if (typeof value !== 'string') return [undefined];
  return [...similar(value), placeholderFor(value), undefined];
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
  const regions = Object.keys(clouds.aws.zones);
  if (regions.includes(text)) return regions.filter((region) => region !== text).slice(0, 1);
  const zones = Object.values(clouds.aws.zones).find((names) => names.includes(text)) ?? [];
  return zones.filter((zone) => zone !== text);
}
