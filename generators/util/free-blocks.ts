import { type Cidr, sizeOf } from './cidr.ts';

/** The free blocks of one size, in ascending order. */
export interface FreeBlocks {
  readonly count: number;
  /** The block at an index from 0 to `count` - 1; undefined beyond. */
  readonly at: (index: number) => Cidr | undefined;
}

/** Neighbouring free blocks. */
interface Run {
  readonly address: number;
  readonly count: number;
}

/** Blocks of a prefix length that lie within the pools and touch nothing that is taken; both in any order. */
export function freeBlocks(pools: readonly Cidr[], taken: readonly Cidr[], prefix: number): FreeBlocks {
  const size = sizeOf({ address: 0, prefix });
  const sortedTaken = [...taken].sort(byAddress);
  const runs: Run[] = [];
  const addRun = (from: number, to: number): void => {
    const address = Math.ceil(from / size) * size;
    const count = Math.floor((to - address) / size);
    if (count > 0) runs.push({ address, count });
  };
  let from = 0;
  let next = 0;
  for (const pool of [...pools].sort(byAddress)) {
    const poolEnd = pool.address + sizeOf(pool);
    from = Math.max(from, pool.address);
    for (let block = sortedTaken[next]; block !== undefined && block.address < poolEnd; block = sortedTaken[++next]) {
      addRun(from, block.address);
      from = Math.max(from, block.address + sizeOf(block));
    }
    addRun(from, poolEnd);
    from = Math.max(from, poolEnd);
  }
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  return {
    count,
    at: (index) => {
      let left = index;
      for (const run of runs) {
        if (left < run.count) return { address: run.address + left * size, prefix };
        left -= run.count;
      }
      return undefined;
    },
  };
}

function byAddress(a: Cidr, b: Cidr): number {
  return a.address - b.address;
}
