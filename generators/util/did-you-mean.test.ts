import { describe, expect, test } from 'vitest';
import { didYouMean, nearestName } from './did-you-mean.ts';

describe('the nearest name', () => {
  test.each([
    ['enviroment', 'environment'],
    ['acount', 'account'],
    ['Region', 'region'],
    ['regoin', 'region'],
    ['node_groups', 'nodeGroups'],
    ['teem', 'teams'],
  ])('of %s is %s', (name, expected) => {
    expect(nearestName(name, ['environment', 'account', 'region', 'nodeGroups', 'teams'])).toBe(expected);
  });

  test('is none where nothing is near', () => {
    expect(nearestName('xyzzy', ['environment', 'account'])).toBeUndefined();
    expect(nearestName('x', [])).toBeUndefined();
  });

  test('is the first of those that are equally near', () => {
    expect(nearestName('ab', ['ac', 'ad'])).toBe('ac');
  });

  test('is found quickly for a name of any length', () => {
    expect(nearestName('x'.repeat(1_000_000), ['environment'])).toBeUndefined();
  });
});

test('the end of a message is a question, a short list, or nothing', () => {
  expect(didYouMean('acount', ['account', 'region'])).toBe(' Did you mean "account"?');
  expect(didYouMean('xyzzy', ['account', 'region'])).toBe(' Known: "account", "region".');
  expect(didYouMean('xyzzy', [])).toBe('');
  expect(
    didYouMean(
      'xyzzy',
      Array.from({ length: 9 }, (_, i) => `account-${i}`),
    ),
  ).toBe('');
});
