import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fleetWorkflow } from '../generators/commands/init/fleet-workflow.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');
const workflows = [
  ...readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  ['what init writes', fleetWorkflow] as const,
];

test.each(workflows)('actions of %s are named by commit, with their version beside it', (_, text) => {
  const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('every package in the lock file has a hash, those of other platforms too', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const withoutHash = Object.entries<{ integrity?: string; inBundle?: boolean }>(packages)
    .filter(([path, { integrity, inBundle }]) => path !== '' && !inBundle && !integrity?.startsWith('sha512-'))
    .map(([path]) => path);
  expect(withoutHash).toEqual([]);
});
