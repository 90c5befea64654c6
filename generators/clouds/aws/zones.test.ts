import { expect, test } from 'vitest';
import { zones } from './zones.ts';

test('zones are named after their region, in alphabetical order, each once', () => {
  for (const [region, names] of Object.entries(zones)) {
    expect(region).toMatch(/^[a-z]{2}(-[a-z]+)+-\d$/);
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) expect(name.slice(0, -1)).toBe(region);
    expect([...new Set(names)].sort()).toEqual(names);
  }
});

// Addresses of running subnets follow from these places: an entry may be added at the end and never moved.
test('zones keep their slots', () => {
  expect(
    Object.fromEntries(
      Object.entries(zones).map(([region, names]) => [region, names.map((name) => name.at(-1)).join('')]),
    ),
  ).toEqual(
    expect.objectContaining({
      'ap-northeast-1': 'acd',
      'ap-northeast-2': 'abcd',
      'ca-central-1': 'abd',
      'cn-north-1': 'abd',
      'eu-central-1': 'abc',
      'eu-west-1': 'abc',
      'us-east-1': 'abcdef',
      'us-east-2': 'abc',
      'us-west-1': 'abc',
      'us-west-2': 'abcd',
    }),
  );
});
