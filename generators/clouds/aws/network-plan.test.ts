import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cidr, contains, overlaps, parseCidr } from '../../util/cidr.ts';
import { chosenZones, planNetwork } from './network-plan.ts';

const cidrOf = (text: string) => parseCidr(text) as Cidr;

describe('zones', () => {
  test('are the first of the region', () => {
    expect(chosenZones('us-west-2', { azCount: 2 })).toEqual(['us-west-2a', 'us-west-2b']);
    expect(chosenZones('ap-northeast-1', { azCount: 2 })).toEqual(['ap-northeast-1a', 'ap-northeast-1c']);
  });

  test('or those that are named, in the order of their slots', () => {
    const azs = ['us-west-2d', 'us-west-2b'];
    expect(chosenZones('us-west-2', { azCount: 3, azs })).toEqual(['us-west-2b', 'us-west-2d']);
  });
});

test('a VPC is cut like this', () => {
  expect(planNetwork('10.1.0.0/16', 'us-west-2', { azCount: 2 })).toEqual({
    private: [
      { az: 'us-west-2a', cidr: '10.1.0.0/19' },
      { az: 'us-west-2b', cidr: '10.1.32.0/19' },
    ],
    public: [
      { az: 'us-west-2a', cidr: '10.1.128.0/22' },
      { az: 'us-west-2b', cidr: '10.1.132.0/22' },
    ],
    intra: [
      { az: 'us-west-2a', cidr: '10.1.144.0/28' },
      { az: 'us-west-2b', cidr: '10.1.144.16/28' },
    ],
  });
});

const anyVpc = fc
  .record({ second: fc.nat(255), prefix: fc.integer({ min: 16, max: 22 }) })
  .map(({ second, prefix }) => `10.${second}.0.0/${prefix}`);

test('subnets lie in the VPC and never overlap', () => {
  fc.assert(
    fc.property(anyVpc, fc.integer({ min: 2, max: 4 }), (vpc, azCount) => {
      const plan = planNetwork(vpc, 'us-west-2', { azCount });
      const blocks = [...plan.private, ...plan.public, ...plan.intra].map(({ cidr }) => cidrOf(cidr));
      expect(blocks).toHaveLength(3 * azCount);
      for (const [index, block] of blocks.entries()) {
        expect(contains(cidrOf(vpc), block)).toBe(true);
        expect(blocks.slice(index + 1).some((other) => overlaps(block, other))).toBe(false);
      }
    }),
  );
});

test('a subnet stays where it is when zones come and go', () => {
  fc.assert(
    fc.property(anyVpc, fc.subarray(['a', 'b', 'c', 'd'], { minLength: 2 }), (vpc, letters) => {
      const all = planNetwork(vpc, 'us-west-2', { azCount: 4 });
      const azs = letters.map((letter) => `us-west-2${letter}`);
      const some = planNetwork(vpc, 'us-west-2', { azCount: 2, azs });
      for (const tier of ['private', 'public', 'intra'] as const) {
        expect(some[tier]).toEqual(all[tier].filter(({ az }) => azs.includes(az)));
      }
    }),
  );
});
