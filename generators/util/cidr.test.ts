import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cidr, canonical, contains, formatCidr, isCanonical, overlaps, parseCidr, sizeOf } from './cidr.ts';

const cidr = (text: string): Cidr => parseCidr(text) as Cidr;
const anyCidr = fc.record({ address: fc.nat(2 ** 32 - 1), prefix: fc.nat(32) });

describe('a range', () => {
  test.each(['0.0.0.0/0', '10.0.0.0/8', '255.255.255.255/32', '10.1.2.3/16'])('%s is read', (text) => {
    expect(formatCidr(cidr(text))).toBe(text);
  });

  test.each([
    '',
    '10.0.0.0',
    '10.0.0/8',
    '10.0.0.256/8',
    '10.0.0.0/33',
    '010.0.0.0/8',
    '10.0.0.00/8',
    '10.0.0.0/08',
    ' 10.0.0.0/8',
    '10.0.0.0/8\n',
    '::/0',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('is the same after it was written and read', () => {
    fc.assert(
      fc.property(anyCidr, (range) => {
        expect(parseCidr(formatCidr(range))).toEqual(range);
      }),
    );
  });

  test('becomes canonical by clearing host bits', () => {
    expect(formatCidr(canonical(cidr('10.1.2.3/16')))).toBe('10.1.0.0/16');
    expect(formatCidr(canonical(cidr('255.255.255.255/0')))).toBe('0.0.0.0/0');
    expect([isCanonical(cidr('10.1.2.3/16')), isCanonical(cidr('10.1.2.3/32'))]).toEqual([false, true]);
    fc.assert(
      fc.property(anyCidr, (range) => {
        expect(isCanonical(canonical(range))).toBe(true);
      }),
    );
  });
});

describe('two ranges', () => {
  test('overlap when they share an address', () => {
    expect(overlaps(cidr('10.0.0.0/16'), cidr('10.0.128.0/17'))).toBe(true);
    expect(overlaps(cidr('10.0.0.0/16'), cidr('10.1.0.0/16'))).toBe(false);
    expect(overlaps(cidr('0.0.0.0/0'), cidr('255.255.255.255/32'))).toBe(true);
  });

  test('contain each other or are apart, when they are canonical', () => {
    fc.assert(
      fc.property(anyCidr, anyCidr, (one, other) => {
        const [a, b] = [canonical(one), canonical(other)];
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('contain: the outer has every address of the inner', () => {
    expect(contains(cidr('10.0.0.0/8'), cidr('10.255.0.0/16'))).toBe(true);
    expect(contains(cidr('10.0.0.0/8'), cidr('11.0.0.0/16'))).toBe(false);
    expect(contains(cidr('10.0.0.0/16'), cidr('10.0.0.0/8'))).toBe(false);
  });
});

test('the size is the number of addresses', () => {
  expect([0, 16, 32].map((prefix) => sizeOf({ address: 0, prefix }))).toEqual([2 ** 32, 65536, 1]);
});
