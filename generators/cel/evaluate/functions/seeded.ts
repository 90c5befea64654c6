import { sha256 } from '../../../util/digests.ts';
import { failure, type Value } from '../value.ts';

/** No field holds more; a longer one is not made here. */
const longest = 1_000_000;
const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** `random.seededInt` of kro: the first eight bytes of the seed's SHA-256, folded into the range. */
export function seededInt(min: bigint, max: bigint, seed: string): Value {
  if (min >= max) return failure('random.seededInt min must be less than max');
  const bytes = sha256(new TextEncoder().encode(seed));
  const number = new DataView(bytes.buffer).getBigUint64(0);
  return min + (number % (max - min));
}

/** `random.seededString` of kro: one letter for every four bytes of the hash, which is read again when it ends. */
export function seededText(length: number, seed: string): Value | undefined {
  if (length > longest) return undefined;
  if (length <= 0) return failure('random.seededString length must be positive');
  const view = new DataView(sha256(new TextEncoder().encode(seed)).buffer);
  return Array.from({ length }, (_, index) => letters[view.getUint32((index * 4) % 32) % letters.length]).join('');
}
