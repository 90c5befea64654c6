import { expect, test } from 'vitest';
import { limits } from '../../util/limits.ts';
import { repository } from '../repository.ts';

async function told(path: string, text: string): Promise<readonly string[]> {
  const { diagnostics } = await repository({ [path]: text }).compile();
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const patch = (index: number) =>
  `- target: {kind: EKSCluster, name: blue}\n  patch: [{op: add, path: /metadata/annotations/a${index}, value: a}]\n`;
const patches = (count: number) => `patches:\n${Array.from({ length: count }, (_, index) => patch(index)).join('')}`;

test('more patches than a spoke may have are told with the number', async () => {
  const { most } = limits.patches;
  const found = await told('config/environments/production.yaml', patches(most + 1));
  expect(found).toEqual([`schema/out-of-range "patches" has ${most + 1} items, but ${most} is the most.`]);
});

test.each([
  ['braces', '{}'.repeat(450_000)],
  ['commas', `[${','.repeat(900_000)}`],
  ['lists', '- [[[[1]]]]\n'.repeat(70_000)],
])('more words and marks than a file may have: %s', async (_what, text) => {
  const found = await told('config/environments/production.yaml', text);
  expect(found).toEqual([`yaml/too-many-values The file has more than ${limits.marks.most} words and marks.`]);
});
