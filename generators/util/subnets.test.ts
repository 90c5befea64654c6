import { expect, test } from 'vitest';
import { type Cidr, contains, overlaps, parseCidr } from './cidr.ts';
import { SLOTS, subnetBlocks } from './subnets.ts';

const cidr = (text: string): Cidr => parseCidr(text) as Cidr;
const slots = Array.from({ length: SLOTS }, (_, slot) => slot);

test('tiers ascend, slots ascend in each', () => {
  const blocks = slots.map((slot) => subnetBlocks(cidr('10.1.0.0/18'), slot));
  expect(blocks.map((block) => block.private)).toEqual(['10.1.0.0/21', '10.1.8.0/21', '10.1.16.0/21', '10.1.24.0/21']);
  expect(blocks.map((block) => block.public)).toEqual(['10.1.32.0/24', '10.1.33.0/24', '10.1.34.0/24', '10.1.35.0/24']);
  expect(blocks.map((block) => block.intra)).toEqual([
    '10.1.36.0/28',
    '10.1.36.16/28',
    '10.1.36.32/28',
    '10.1.36.48/28',
  ]);
});

test.each(['10.0.0.0/16', '10.1.0.0/18', '10.2.0.0/20', '255.255.252.0/22'])(
  'all blocks of %s are within it and apart',
  (text) => {
    const vpc = cidr(text);
    const blocks = slots.flatMap((slot) => Object.values(subnetBlocks(vpc, slot)).map(cidr));
    for (const [i, block] of blocks.entries()) {
      expect(contains(vpc, block)).toBe(true);
      expect(blocks.slice(i + 1).some((other) => overlaps(block, other))).toBe(false);
    }
  },
);
