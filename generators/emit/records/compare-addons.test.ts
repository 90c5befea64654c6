import { describe, expect, test } from 'vitest';
import { exampleSpoke } from '../../diagnostics/example-files.ts';
import { causes, committed, printed } from '../../testing/committed.ts';
import { commitAll } from '../../testing/git.ts';
import { type Texts, writeTexts } from '../../testing/output-folder.ts';

const blue = 'config/spokes/blue.yaml';
const production = 'config/environments/production.yaml';
const behind = 'config/components/behind.yaml';
const code = 'lifecycle/older-addon';

const spoke = (...lines: readonly string[]): Texts => ({
  [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', ...lines),
});
const chart = (version: string) => `versions: {addons: {metricsServer: ${version}}}`;
const layer = (version: string): Texts => ({ [production]: `addons: {metricsServer: {}}\n${chart(version)}\n` });

/** What `check` tells of a change to what was committed. */
async function told(before: Texts, after: Texts): Promise<string> {
  const root = await committed(before);
  writeTexts(root, after);
  const report = await printed(root, 'check');
  // All else is that the build is missing.
  expect(causes(report).filter((one) => one !== code && !one?.startsWith('out/'))).toEqual([]);
  return report;
}

describe('the file of a spoke', () => {
  test('takes no chart back by a pin, and what is told repairs it', async () => {
    const root = await committed(layer('3.13.1'));
    writeTexts(root, spoke(chart('3.12.2')));
    const report = await printed(root, 'check');
    expect(causes(report)).toEqual([code]);
    expect(report).toContain(
      'The file of spoke "blue" takes the add-on "metricsServer" back from "3.13.1" to "3.12.2".',
    );
    expect(report).toContain(`--> ${blue}:5:36`);
    expect(report).toContain(
      'help: Add `metricsServer: "3.13.1"` to `versions.addons` in config/spokes/blue.yaml; only',
    );
    writeTexts(root, spoke(chart('3.13.1')));
    expect(await printed(root, 'build')).not.toContain('error');
  });

  test.each([
    ['by a lower pin', layer('3.12.2'), spoke(chart('3.13.1')), spoke(chart('3.13.0'))],
    ['by a pin that goes', layer('3.12.2'), spoke(chart('3.13.1')), spoke()],
    ['by a pin that it takes away', layer('3.13.1'), {}, spoke('addons: {metricsServer: null}', chart('null'))],
    [
      'by a component',
      { ...layer('3.13.1'), [behind]: `${chart('3.12.2')}\n` },
      spoke(),
      spoke('components: [behind]'),
    ],
    [
      'by an environment',
      { ...layer('3.13.1'), 'config/environments/old.yaml': `${chart('3.12.2')}\n` },
      spoke(),
      { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}').replace('production', 'old') },
    ],
    ['that is not on', { [production]: `${chart('3.13.1')}\n` }, {}, spoke(chart('3.12.2'))],
  ])('takes none back %s', async (_, layers, own, changed) => {
    expect(await told({ ...layers, ...own }, changed)).toContain(`error[${code}]`);
  });

  test.each([
    ['goes on', layer('3.12.2'), spoke(chart('3.13.1'))],
    ['stays behind its layers', { ...layer('3.12.2'), ...spoke(chart('3.12.2')) }, layer('3.13.1')],
    ['turns one off', layer('3.13.1'), spoke('addons: {metricsServer: null}')],
    ['has a pin that says the same', layer('3.13.1'), spoke(chart('3.13.1'))],
  ])('%s', async (_, before, after) => {
    expect(await told(before, after)).not.toContain(code);
  });
});

test('a layer may go back, and so may the component of one spoke', async () => {
  expect(await told(layer('3.13.1'), layer('3.12.2'))).not.toContain(code);
  const root = await committed({ ...layer('3.13.1'), [behind]: '{}\n' });
  writeTexts(root, spoke('components: [behind]'));
  expect(await printed(root, 'build')).not.toContain('error');
  commitAll(root);
  writeTexts(root, { [behind]: `${chart('3.12.2')}\n` });
  expect(await printed(root, 'build')).not.toContain('error');
});
