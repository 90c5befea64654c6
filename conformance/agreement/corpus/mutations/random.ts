/** A source of chance that gives the same for the same seed. */
export interface Random {
  /** From 0 to below `limit`. */
  below(limit: number): number;
  /** Undefined for an empty list. */
  pick<Item>(items: readonly Item[]): Item | undefined;
}

/** The generator mulberry32: 32 bits of state are enough to choose among cases. */
export function newRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (items) => items[below(items.length)] };
}
