import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readTexts, type Texts, temporaryRoot, writeTexts } from '../../testing/output-folder.ts';
import { runCli } from '../../testing/run-cli.ts';
import { smallRepository } from '../../testing/small-repository.ts';
import { command } from '../build.ts';
import type { Terminal } from '../command.ts';

async function build(root: string): Promise<string> {
  let printed = '';
  const print = (text: string) => {
    printed += text;
  };
  const terminal: Terminal = { out: print, err: print, color: false, interactive: false, columns: 100 };
  const code = await command.run({ root, format: 'pretty', values: {}, positionals: [], terminal, misuse: () => 2 });
  return code === 0 ? printed : `exit ${code}\n${printed}`;
}

/** What a build without any memory makes of the same configuration. */
async function cleanBuild(root: string): Promise<Texts> {
  const copy = temporaryRoot(onTestFinished);
  for (const part of ['config', 'spokes']) cpSync(join(root, part), join(copy, part), { recursive: true });
  expect(await build(copy)).toMatch(/written/);
  return readTexts(copy);
}

interface Fleet {
  readonly root: string;
  /** Lifecycle and node count by number of the spoke. */
  readonly spokes: Map<number, { lifecycle: string; max: number }>;
}

function writeSpoke(root: string, number: number, { lifecycle, max }: { lifecycle: string; max: number }): void {
  const lines = [
    'environment: production',
    'account: main',
    'region: eu-west-1',
    `network: {cidr: 10.${20 + number}.0.0/18}`,
  ];
  const more = [
    `nodeGroups: {default: {max: ${max}}}`,
    `lifecycle: ${lifecycle}`,
    number % 2 === 0 ? 'teams: [checkout]' : 'teams: []',
  ];
  writeTexts(root, { [`config/spokes/s${number}x.yaml`]: `${[...lines, ...more].join('\n')}\n` });
}

const next: Readonly<Record<string, string>> = { active: 'retiring', retiring: 'retired', retired: 'gone' };

function step({ root, spokes }: Fleet, [kind, number, max]: readonly [string, number, number]): void {
  if (kind === 'layer') writeTexts(root, { 'config/environments/production.yaml': `tags: {round: "${max}"}\n` });
  if (kind === 'config') {
    const config = smallRepository['config/config.yaml'] ?? '';
    const edited = max % 2 === 0 ? config : config.replace('nodeGroups:', `tags: {round: "${max}"}\n  nodeGroups:`);
    writeTexts(root, { 'config/config.yaml': `${'#\n'.repeat(number)}${edited}` });
  }
  if (kind === 'layer' || kind === 'config' || kind === 'nothing') return;
  const spoke = spokes.get(number);
  if (spoke === undefined) spokes.set(number, { lifecycle: 'active', max });
  else if (kind === 'edit') spoke.max = max;
  else if (kind === 'retire') spoke.lifecycle = next[spoke.lifecycle] ?? 'gone';
  const now = spokes.get(number);
  if (now === undefined) return;
  if (now.lifecycle !== 'gone') {
    writeSpoke(root, number, now);
    return;
  }
  rmSync(join(root, `config/spokes/s${number}x.yaml`));
  spokes.delete(number);
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom('edit', 'edit', 'add', 'retire', 'retire', 'layer', 'config', 'nothing'),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 3, max: 9 }),
  ),
  { minLength: 1, maxLength: 5 },
);

test('a build after any edits, additions, removals and retirements writes what a clean one does', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const root = temporaryRoot(onTestFinished);
      writeTexts(root, smallRepository);
      const fleet: Fleet = { root, spokes: new Map() };
      expect(await build(root)).toMatch(/written/);
      for (const round of rounds) {
        // A step of a lifecycle may not be skipped, so each is built by itself.
        for (const one of round) {
          step(fleet, one);
          expect(await build(root)).not.toMatch(/^exit/);
        }
        expect(readTexts(root)).toEqual(await cleanBuild(root));
      }
    }),
    { numRuns: 6 },
  );
});

test('a patch of a layer must fit some spoke of it, however little is built again', async () => {
  const root = temporaryRoot(onTestFinished);
  const spoke = (cidr: string, ...lines: readonly string[]) =>
    ['environment: production', 'account: main', 'region: eu-west-1', `network: {cidr: ${cidr}}`, ...lines, ''].join(
      '\n',
    );
  writeTexts(root, {
    ...smallRepository,
    'config/environments/production.yaml':
      'patches: [{target: {kind: ResourceQuota}, patch: [{op: replace, path: /spec/hard/pods, value: "7"}]}]\n',
    'config/spokes/blue.yaml': spoke('10.0.0.0/18'),
    'config/spokes/green.yaml': spoke('10.1.0.0/18', 'teams: [checkout]'),
  });
  expect(await build(root)).toMatch(/written/);
  writeTexts(root, { 'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'tags: {a: b}') });
  expect(await build(root)).toMatch(/changed/);
  writeTexts(root, { 'config/spokes/green.yaml': spoke('10.1.0.0/18') });
  expect(await build(root)).toContain(
    'error[patch/no-target]: No ResourceQuota is emitted for any spoke of this layer.',
  );
  writeTexts(root, { 'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'teams: [checkout]') });
  expect(await build(root)).toMatch(/changed/);
});

test('a warning stands where its line is now, though nothing is made again', async () => {
  const root = temporaryRoot(onTestFinished);
  const config = (smallRepository['config/config.yaml'] ?? '').replace(
    'nodeGroups:',
    'endpoint: {publicCidrs: [0.0.0.0/0]}\n  nodeGroups:',
  );
  writeTexts(root, { ...smallRepository, 'config/config.yaml': config });
  expect(await build(root)).toContain('--> config/config.yaml:20:');
  writeTexts(root, { 'config/config.yaml': `# first\n${config}` });
  const printed = await build(root);
  expect(printed).toContain('--> config/config.yaml:21:');
  expect(printed).toContain('out/ is up to date.');
});

test('few files that change are named, many are counted', async () => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, smallRepository);
  expect(await build(root)).toMatch(/^1 spoke: \d+ files written\.\n$/);
  writeTexts(root, { 'config/environments/production.yaml': 'tags: {environment: live}\n' });
  const folder = 'out/hubs/hub/spokes/blue/infrastructure';
  const record = 'out/.wheelwright/spokes/blue.json';
  expect(await build(root)).toBe(`changed ${record}\nchanged ${folder}/cluster.yaml\n1 spoke: 2 files changed.\n`);
  expect(await build(root)).toBe('1 spoke: out/ is up to date.\n');
  writeTexts(root, { 'config/environments/production.yaml': '{}\n' });
  const { exit, out } = await runCli(['build', '--root', root, '--format', 'json']);
  const change = (path: string) => ({ kind: 'update', path });
  expect({ exit, ...JSON.parse(out) }).toEqual({
    exit: 0,
    spokes: 1,
    changes: [change(record), change(`${folder}/cluster.yaml`)],
    diagnostics: [],
  });
});

test('a file that was edited by hand stops the build and says where the change belongs', async () => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, smallRepository);
  await build(root);
  const path = 'out/hubs/hub/spokes/blue/infrastructure/cluster.yaml';
  const before = readFileSync(join(root, path), 'utf8');
  writeTexts(root, { [path]: before.replace('max: 6', 'max: 60') });
  const printed = await build(root);
  expect(printed).toMatch(/^exit 1\nerror\[out\/edited-file\]/);
  expect(printed).toContain('\n  note: the same change belongs here: config/config.yaml:21:5\n');
  expect(readFileSync(join(root, path), 'utf8')).toContain('max: 60');
});

test('an error in the configuration leaves out/ as it was', async () => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, smallRepository);
  await build(root);
  const before = readTexts(root);
  writeTexts(root, { ['config/spokes/blue.yaml']: 'environment: production\n' });
  expect(await build(root)).toMatch(/^exit 1\n/);
  expect(readTexts(root)).toEqual(before);
});
