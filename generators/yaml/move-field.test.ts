import { expect, test } from 'vitest';
import { moveField } from './move-field.ts';

const move = (text: string, from: string, within: readonly string[] = []) =>
  moveField(text, { within, from, to: ['eks', from === 'eksAddons' ? 'addons' : from] });

const block = `# yaml-language-server: $schema=x.json
logging:
  # Kept for a year.
  retentionDays: 365 # days
  # types: [api]

# Of AWS.
eksAddons:
  vpc-cni:
    configuration: {a: "1"}
tags: {a: b}`;

test('a field of a block becomes the first of a section, and others come after it with their comments', () => {
  const first = move(block, 'logging') ?? '';
  expect(first).toBe(`# yaml-language-server: $schema=x.json
eks:
  logging:
    # Kept for a year.
    retentionDays: 365 # days
    # types: [api]

# Of AWS.
eksAddons:
  vpc-cni:
    configuration: {a: "1"}
tags: {a: b}`);
  expect(move(first, 'eksAddons')).toBe(`# yaml-language-server: $schema=x.json
eks:
  logging:
    # Kept for a year.
    retentionDays: 365 # days
    # types: [api]
  # Of AWS.
  addons:
    vpc-cni:
      configuration: {a: "1"}

tags: {a: b}`);
});

test.each([
  ['logging: {retentionDays: 365}', 'eks:\n  logging: {retentionDays: 365}\n'],
  ['a: 1\r\nlogging:\r\n  b: 2\r\n', 'a: 1\r\neks:\r\n  logging:\r\n    b: 2\r\n'],
  ['{a: 1, logging: {b: 2}, c: 3}', '{a: 1, eks: {logging: {b: 2}}, c: 3}'],
  ['{logging: {b: 2}, eks: {x: 1}}', '{eks: {x: 1, logging: {b: 2}}}'],
  ['{eks: {}, a: 1, logging: {b: 2}}\n', '{eks: {logging: {b: 2}}, a: 1}\n'],
  ['eks: {x: 1}\nlogging: {b: 2}\n', 'eks: {x: 1, logging: {b: 2}}\n'],
  ['logging:\na: 1\n', 'eks:\n  logging:\na: 1\n'],
  ['"logging": |\n  x\n\n  y\n', 'eks:\n  logging: |\n    x\n\n    y\n'],
  ['a: 1\n', 'a: 1\n'],
  // What a person has to do.
  ['eks: null\nlogging: {b: 2}\n', undefined],
  ['{eks: {x: 1}, # why\n logging: {b: 2}}\n', undefined],
  ['eks: {x: 1}\nlogging:\n  b: 2\n  c: 3\n', undefined],
])('%j', (text, expected) => {
  expect(move(text, 'logging')).toBe(expected);
});

test('the map may stand deeper', () => {
  const text = 'a: 1\nversions:\n  kubernetes: "1.35"\n  eksAddons: # pins\n    coredns: v1\nb: 2\n';
  expect(move(text, 'eksAddons', ['versions'])).toBe(
    'a: 1\nversions:\n  kubernetes: "1.35"\n  eks:\n    addons: # pins\n      coredns: v1\nb: 2\n',
  );
  expect(move('versions: {x: 1, eksAddons: {y: z}}', 'eksAddons', ['versions'])).toBe(
    'versions: {x: 1, eks: {addons: {y: z}}}',
  );
});
