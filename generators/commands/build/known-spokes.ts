import type { Spoke } from '../../model/fleet.ts';

/** A resolved spoke as bytes, without the way to its places. */
export function encodeSpoke({ locate: _, ...spoke }: Spoke): Uint8Array {
  return Buffer.from(JSON.stringify(spoke));
}

/** Its places are not known: what is to be reported about it takes a whole compilation. */
export function decodeSpoke(bytes: Uint8Array): Spoke {
  return { ...JSON.parse(Buffer.from(bytes).toString()), locate: () => ({}) };
}
