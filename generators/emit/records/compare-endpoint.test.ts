import { expect, test } from 'vitest';
import { exampleSpoke } from '../../diagnostics/example-files.ts';
import { causes, committed, printed } from '../../testing/committed.ts';
import { commitAll } from '../../testing/git.ts';
import { writeTexts } from '../../testing/output-folder.ts';

const blue = 'config/spokes/blue.yaml';
const spoke = (endpoint: string) => ({
  [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', `endpoint: {${endpoint}}`),
});
const isPrivate = 'public: false, hubPath: peering';
const ranges = '198.51.100.10/32, 203.0.113.0/24';
const code = 'lifecycle/forgotten-ranges';
const help = `help: Add \`formerCidrs: ["198.51.100.10/32", "203.0.113.0/24"]\` to \`endpoint\` in ${blue}.`;

test('a public endpoint becomes private with the ranges that it had, and public for others again', async () => {
  const root = await committed(spoke('publicCidrs: [203.0.113.0/24]'));
  writeTexts(root, spoke(isPrivate));
  const report = await printed(root, 'check');
  expect(causes(report)).toEqual([code]);
  expect(report).toContain(`${blue}:5:20`);
  expect(report).toContain(help);
  writeTexts(root, spoke(`${isPrivate}, formerCidrs: [${ranges}]`));
  expect(await printed(root, 'build')).not.toContain('error');
  commitAll(root);
  writeTexts(root, spoke(`${isPrivate}, formerCidrs: [203.0.113.0/24]`));
  const forgotten = await printed(root, 'check');
  expect(causes(forgotten)).toEqual([code]);
  expect(forgotten).toContain(help);
  writeTexts(root, spoke('publicCidrs: [192.0.2.0/24]'));
  expect(await printed(root, 'build')).not.toContain('error');
});

test('a layer that makes all private: each spoke is told, and keeps its own', async () => {
  const root = await committed(spoke('publicCidrs: [203.0.113.0/24]'));
  writeTexts(root, {
    'config/environments/production.yaml': `endpoint: {${isPrivate}}\n`,
    ...spoke('publicCidrs: [203.0.113.0/24]'),
  });
  const report = await printed(root, 'check');
  expect(report).toContain('config/environments/production.yaml:1:20');
  expect(report).toContain(help);
});

test('an endpoint that is private from the start has none, and may name what was not recorded', async () => {
  const root = await committed(spoke(isPrivate));
  writeTexts(root, spoke(`${isPrivate}, formerCidrs: [${ranges}]`));
  expect(await printed(root, 'build')).not.toContain('error');
});
