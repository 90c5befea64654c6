import { expect, test } from 'vitest';
import { repairBy } from './repair-by.ts';

const at = {};

test('an edit in words', () => {
  expect(repairBy({ at, write: 'hub-west' }).help).toBe('Write "hub-west".');
  expect(repairBy({ at, write: false }).help).toBe('Write false.');
  expect(repairBy({ at, remove: 'teams' }).help).toBe('Remove `teams`.');
  const file = 'config/config.yaml';
  expect(repairBy({ file, path: ['organisation'], add: 'acme' }).help).toBe(
    'Add `organisation: acme` in config/config.yaml.',
  );
  expect(repairBy({ file, path: ['defaults', 'network', 'nat'], add: 'single' }).help).toBe(
    'Add `nat: single` to `defaults.network` in config/config.yaml.',
  );
  expect(repairBy({ file, path: ['a'], add: { b: [1, 'x y', 'no'], c: {} } }).help).toBe(
    'Add `a: {b: [1, "x y", "no"], c: {}}` in config/config.yaml.',
  );
});

test('several edits are one sentence, and stay data', () => {
  const edits = [
    { at, remove: 'a' },
    { at, write: 'b' },
  ] as const;
  expect(repairBy(...edits)).toEqual({ help: 'Remove `a`, and write "b".', edits });
});
