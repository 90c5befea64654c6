import { expect, onTestFinished, test } from 'vitest';
import { buildNothing } from '../commands/build/build-nothing.ts';
import { findLastBuild } from '../commands/build/last-build.ts';
import { exampleSpoke } from '../diagnostics/example-files.ts';
import { realDisk } from '../disk/real-disk.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { repository } from '../testing/repository.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';

const layer = 'config/environments/production.yaml';
const told = async (files: Readonly<Record<string, string>>) => {
  const { diagnostics, outputs } = await repository(files).compile();
  return { outputs, brief: diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`) };
};
const open = 'publicCidrs: ["0.0.0.0/0"]';
const accepted = '# accept network/open-endpoint: for the workshop in May';
const others = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `config/spokes/more${index}.yaml`,
    exampleSpoke(`network: {cidr: 10.${index + 1}.0.0/18}`),
  ]),
);

test('one line in a layer accepts what it causes in every spoke', async () => {
  expect((await told({ ...others, [layer]: `endpoint:\n  ${open}\n` })).brief).toHaveLength(31);
  expect((await told({ ...others, [layer]: `endpoint:\n  ${open}  ${accepted}\n` })).brief).toEqual([]);
  expect(
    (await told({ ...others, [layer]: `endpoint:\n  ${accepted}\n\n  # Until June.\n  ${open}\n` })).brief,
  ).toEqual([]);
});

test('another line, another code or another file is not accepted, and the comment is told as unused', async () => {
  const unused = [`acceptance/unused ${layer}`, `network/open-endpoint ${layer}`];
  for (const text of [
    `endpoint:  ${accepted}\n  ${open}\n`,
    `endpoint:\n  ${open}\n${accepted}\ntags: {a: b}\n`,
    `endpoint:\n  ${open}  # accept network/not-private: for the workshop in May\n`,
  ])
    expect((await told({ [layer]: text })).brief.toSorted()).toEqual(unused);
});

test('words in a text that look like an acceptance are none', async () => {
  const quoted =
    'patches: [{target: {kind: EKSCluster, name: blue}, patch: [{op: add, path: /spec/tags/note, value: "a # accept network/open-endpoint"}]}]';
  expect((await told({ [layer]: `${quoted}\n` })).brief.filter((one) => one.startsWith('acceptance'))).toEqual([]);
  expect((await told({ [layer]: `# accept what comes: this is no code\ntags: {a: b}\n` })).brief).toEqual([]);
});

test('an error is never accepted, and nothing is built', async () => {
  const blue = `${smallRepository['config/spokes/blue.yaml']}teams: [nobody]  # accept reference/unknown-team: soon\n`;
  const { brief, outputs } = await told({ 'config/spokes/blue.yaml': blue });
  expect(brief.toSorted()).toEqual([
    'acceptance/of-error config/spokes/blue.yaml',
    'reference/unknown-team config/spokes/blue.yaml',
  ]);
  expect(outputs).toBeUndefined();
});

test('after an error nothing is told as unused: what comes later was not looked for', async () => {
  const blue = `${smallRepository['config/spokes/blue.yaml']}teams: [nobody]\n`;
  const { brief } = await told({ 'config/spokes/blue.yaml': blue, [layer]: `${accepted}\ntags: {a: b}\n` });
  expect(brief).toEqual(['reference/unknown-team config/spokes/blue.yaml']);
});

test('what authored files give is accepted there', async () => {
  const path = 'spokes/bases/web-service/kustomization.yaml';
  const text = `${smallRepository[path]}replacements: [{path: x.yaml}]`;
  const comment = '  # accept kustomize/not-predicted: seen in staging\n';
  expect((await told({ [path]: `${text}\n` })).brief).toEqual([`kustomize/not-predicted ${path}`]);
  expect((await told({ [path]: `${text}${comment}` })).brief).toEqual([]);
});

test('with an accepted warning a build is remembered: the next one has nothing to do', async () => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...others, [layer]: `endpoint:\n  ${open}  ${accepted}\n` });
  const build = async () => (await runCli(['build', '--root', root])).out;
  expect(await build()).toContain('31 spokes: ');
  const place = { disk: realDisk(), root, since: 0 };
  const last = findLastBuild(place);
  expect(last?.isSame && buildNothing(place, last)).toMatchObject({ diagnostics: [], changes: [] });
  // A spoke that changes does not make the comment unused.
  writeTexts(root, {
    'config/spokes/more1.yaml': `${others['config/spokes/more1.yaml']}endpoint: {publicCidrs: []}\n`,
  });
  expect(await build()).not.toContain('warning');
  writeTexts(root, { [layer]: `endpoint:\n  publicCidrs: ["203.0.113.0/24"]  ${accepted}\n` });
  expect(await build()).toContain('warning[acceptance/unused]');
});

test('lint knows acceptances in graphs', async () => {
  const root = temporaryRoot(onTestFinished);
  const { rules } = await import('../kro/rules/rules.ts');
  const { bad } = rules['kro/key-not-text'];
  const comment = '# accept kro/key-not-text: it is called so';
  writeTexts(root, { 'graph.yaml': bad, 'quiet.yaml': bad.replace('on: boolean', `${comment}\n      on: boolean`) });
  expect((await runCli(['lint', 'graph.yaml', '--root', root])).out).toContain('warning[kro/key-not-text]');
  expect((await runCli(['lint', 'quiet.yaml', '--root', root])).out).toBe('1 graph: no problems.\n');
});

test('check knows acceptances in graphs below hub/, and tells of those that nothing needs', async () => {
  const { rules } = await import('../kro/rules/rules.ts');
  const { bad } = rules['kro/key-not-text'];
  const comment = '# accept kro/key-not-text: it is called so';
  const quiet = bad.replace('on: boolean', `${comment}\n      on: boolean`);
  const root = temporaryRoot(onTestFinished);
  const codes = async (graph: string) => {
    writeTexts(root, { 'hub/graphs/a.yaml': graph });
    const { exit, out } = await runCli(['check', '--root', root]);
    const found = [...out.matchAll(/^(?:error|warning)\[([^\]]+)\]/gm)].map(([, code]) => code);
    // That the hub needs rights for it, too.
    return [exit, ...found.filter((code) => code !== 'kro/missing-rights')];
  };
  writeTexts(root, smallRepository);
  expect((await runCli(['build', '--root', root])).exit).toBe(0);
  expect(await codes(bad)).toEqual([0, 'kro/key-not-text']);
  expect(await codes(quiet)).toEqual([0]);
  expect(await codes(bad.replace('on: boolean', `${comment}\n      state: boolean`))).toEqual([0, 'acceptance/unused']);
});
