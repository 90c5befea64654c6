import { expect, onTestFinished, test } from 'vitest';
import { rules } from '../kro/rules/rules.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';

const { good, bad } = rules['kro/unknown-graph-field'];

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...files });
  return root;
}

const run = (root: string, command: string) => runCli([command, '--root', root]);

// Each command judges the whole library.
test('build refuses graphs that check refuses, and writes nothing', { timeout: 120_000 }, async () => {
  const root = rootWith({ 'spokes/graphs/site.yaml': bad });
  const refused = await run(root, 'build');
  expect(refused.exit).toBe(1);
  expect(refused.out).toContain('error[kro/unknown-graph-field]');
  writeTexts(root, { 'spokes/graphs/site.yaml': good });
  expect((await run(root, 'build')).out).toMatch(/1 spoke: \d+ files written\./);
  // Also where nothing else has changed.
  writeTexts(root, { 'spokes/graphs/site.yaml': bad });
  expect((await run(root, 'build')).exit).toBe(1);
});

test('a graph of a hub cannot make a kind of the library', { timeout: 120_000 }, async () => {
  const root = rootWith({
    'hub/graphs/example.yaml': rules['kro/missing-rights'].good.replace('kind: Example', 'kind: VPCNetwork'),
    'config/hubs/hub.yaml': `${smallRepository['config/hubs/hub.yaml']}graphs: [example]\n`,
  });
  const refused = await run(root, 'build');
  expect(refused.exit).toBe(1);
  expect(refused.out).toContain('error[kro/same-kind]');
  expect(refused.out).toContain('--> hub/graphs/example.yaml:');
});

test('check says which graphs of hub/ are delivered nowhere', { timeout: 120_000 }, async () => {
  const { good: graph, role = '' } = rules['kro/missing-rights'];
  const root = rootWith({ 'hub/site.yaml': graph, 'hub/role.yaml': role });
  await run(root, 'build');
  const checked = await run(root, 'check');
  expect(checked.out).toContain(
    '1 file of hub/ with graphs: checked, but not delivered. A hub gets the files of hub/graphs that it lists.',
  );
  const listed = rootWith({
    'hub/graphs/example.yaml': graph,
    'config/hubs/hub.yaml': `${smallRepository['config/hubs/hub.yaml']}graphs: [example]\n`,
  });
  await run(listed, 'build');
  const { exit, out, err } = await run(listed, 'check');
  expect([exit, out, err]).toEqual([0, '1 spoke is valid, and out/ is what the configuration says.\n', '']);
  const without = rootWith({});
  await run(without, 'build');
  expect((await run(without, 'check')).out).not.toContain('hub/');
});
