import { describe, expect, test } from 'vitest';
import { type Cidr, formatCidr, overlaps, parseCidr } from './cidr.ts';
import { freeBlocks } from './free-blocks.ts';

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

function free(pools: readonly string[], taken: readonly string[], prefix: number): string[] {
  const blocks = freeBlocks(pools.map(cidr), taken.map(cidr), prefix);
  return Array.from({ length: blocks.count }, (_, index) => formatCidr(blocks.at(index) as Cidr));
}

describe('free blocks', () => {
  test('an untouched pool is free from its first block on', () => {
    expect(free(['10.0.0.0/14'], [], 16)).toEqual(['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']);
  });

  test('what is taken is left out with every block that it touches', () => {
    expect(free(['10.0.0.0/14'], ['10.2.128.0/22', '10.0.0.0/18'], 16)).toEqual(['10.1.0.0/16', '10.3.0.0/16']);
  });

  test('nested and repeated ranges count once', () => {
    expect(free(['10.0.0.0/14'], ['10.0.0.0/15', '10.0.0.0/18', '10.0.64.0/18'], 16)).toEqual([
      '10.2.0.0/16',
      '10.3.0.0/16',
    ]);
  });

  test('pools may come in any order, overlap, and be too small', () => {
    expect(free(['10.4.0.0/17', '10.1.0.0/16', '10.0.0.0/15'], [], 16)).toEqual(['10.0.0.0/16', '10.1.0.0/16']);
  });

  test('a range that reaches over several pools is taken in each', () => {
    expect(free(['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16'], ['10.0.0.0/15'], 16)).toEqual(['10.2.0.0/16']);
    expect(free(['10.0.0.0/17', '10.0.128.0/17'], ['10.0.0.0/16'], 18)).toEqual([]);
  });

  test('the last address of the space can be given', () => {
    expect(free(['255.255.0.0/16'], ['255.255.0.0/17'], 17)).toEqual(['255.255.128.0/17']);
    expect(freeBlocks([cidr('10.0.0.0/16')], [], 16).at(1)).toBeUndefined();
  });

  test('no free block touches what is taken', () => {
    const taken = ['10.0.3.0/24', '10.0.17.0/24', '10.0.16.0/22', '10.0.255.255/32'];
    for (const block of free(['10.0.0.0/16'], taken, 22)) {
      expect(taken.filter((text) => overlaps(cidr(text), cidr(block)))).toEqual([]);
    }
  });
});
