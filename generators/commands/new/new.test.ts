import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryRoot, writeTexts } from '../../testing/output-folder.ts';
import { runCli } from '../../testing/run-cli.ts';
import { smallRepository } from '../../testing/small-repository.ts';

function smallRoot(more: Readonly<Record<string, string>> = {}): string {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...more });
  return root;
}

const where = ['--environment', 'production', '--account', 'main'];
const fileOf = (root: string, name: string) => readFileSync(join(root, `config/spokes/${name}.yaml`), 'utf8');

const newGreen = (root: string, ...more: readonly string[]) =>
  runCli(['new', 'spoke', 'green', '--root', root, ...more]);

describe('wheelwright new spoke', () => {
  test('writes a file with a free range that the name decides, and the fleet stays valid', async () => {
    const root = smallRoot();
    const { exit, out, err } = await runCli(['new', 'spoke', 'green', 'red', '--root', root, ...where]);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toBe(
      'wrote config/spokes/green.yaml\nwrote config/spokes/red.yaml\nNext: add what it needs, then run `npm run build` (or `wheelwright build`).\n',
    );
    const text = fileOf(root, 'green');
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=..\/..\/node_modules\/wheelwright\/schemas\/spoke.schema.json\nenvironment: production\naccount: main\nregion: eu-west-1\nnetwork: \{cidr: 10\.\d+\.\d+\.0\/18\}\n$/,
    );
    expect((await runCli(['build', '--root', root])).exit).toBe(0);
    const other = smallRoot();
    await newGreen(other, ...where);
    expect(fileOf(other, 'green')).toBe(text);
    expect(fileOf(root, 'red')).not.toBe(text);
  });

  test('never gives two spokes the same addresses, even when the pool is nearly full', async () => {
    const root = smallRoot({
      'config/hubs/hub.yaml': (smallRepository['config/hubs/hub.yaml'] ?? '').replace('10.0.0.0/8', '10.0.0.0/16'),
    });
    const names = ['a1', 'a2', 'a3'];
    expect((await runCli(['new', 'spoke', ...names, '--root', root, ...where])).exit).toBe(0);
    expect(new Set(names.map((name) => fileOf(root, name))).size).toBe(3);
    const { exit, err } = await runCli(['new', 'spoke', 'a4', '--root', root, ...where]);
    expect(exit).toBe(2);
    expect(err).toContain(
      'no range of /18 is free in the address pools of hub "hub" for "a4": add a pool in config/hubs/hub.yaml, or ask for less with --prefix.',
    );
  });

  test('asks on a terminal for what is missing, again if the answer is none', async () => {
    const root = smallRoot({ 'config/environments/staging.yaml': '{}\n' });
    const { exit, err } = await runCli(['new', 'spoke', 'green', '--root', root], ['stagin', 'staging', ' main ']);
    expect(exit).toBe(0);
    expect(err).toBe(
      'environment (production, staging): \n"stagin" is none of them. Did you mean "staging"?\nenvironment (production, staging): \naccount (main): \n',
    );
    expect(fileOf(root, 'green')).toContain('environment: staging\naccount: main\nregion: eu-west-1\n');
  });

  test('uses a shared network', async () => {
    const root = smallRoot({
      'config/networks/shared.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.4.0.0/16\n',
    });
    expect((await newGreen(root, ...where, '--network', 'shared')).exit).toBe(0);
    expect(fileOf(root, 'green')).toContain('network: {use: shared}\n');
  });

  test('prints the file and writes nothing with --dry-run', async () => {
    const root = smallRoot();
    const { exit, out } = await newGreen(root, ...where, '--dry-run', '--prefix', '/20');
    expect(exit).toBe(0);
    expect(out).toMatch(/^# config\/spokes\/green\.yaml\n(.|\n)*network: \{cidr: 10\.\d+\.\d+\.0\/20\}\n$/);
    expect(existsSync(join(root, 'config/spokes/green.yaml'))).toBe(false);
    const { out: json } = await newGreen(root, ...where, '--dry-run', '--format', 'json');
    expect(JSON.parse(json)).toMatchObject({ written: false, files: [{ file: 'config/spokes/green.yaml' }] });
  });

  test('writes nothing where the fleet would not compile', async () => {
    const root = smallRoot({ 'config/environments/broken.yaml': 'versions: {kubernetes: "1.99"}\n' });
    const { exit, out } = await newGreen(root, '--environment', 'broken', '--account', 'main');
    expect(exit).toBe(1);
    expect(out).toContain('"1.99"');
    expect(existsSync(join(root, 'config/spokes/green.yaml'))).toBe(false);
  });

  const parts = {
    'spokes/batch-template/infrastructure/spoke.yaml':
      '# <name>\nenvironment: <environment>\naccount: <account>\nregion: <region>\nnetwork: <network>\n',
    'spokes/batch-template/argocd/spoke.yaml': 'teams: [batch]\n',
    'spokes/batch-template/argocd/teams/batch.yaml':
      'accounts: [<account>]\nquota: {pods: 10}\nnamespaces: {batch: {}}\n',
    'spokes/batch-template/applications/spoke.yaml':
      'applications: {job: {team: batch, namespace: batch, base: job}}\n',
    'spokes/batch-template/applications/bases/job/kustomization.yaml':
      'resources: [account.yaml]\nconfigMapGenerator: [{name: text, files: [a.txt]}]\n',
    'spokes/batch-template/applications/bases/job/account.yaml':
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: job}\nautomountServiceAccountToken: false\n',
    'spokes/batch-template/applications/bases/job/a.txt': 'of <nobody>\n',
  };

  test('starts from a template: copied, filled in, and valid with the fleet', { timeout: 120_000 }, async () => {
    const root = smallRoot(parts);
    const { exit, out } = await runCli([
      'new',
      'spoke',
      'green',
      'red',
      '--from',
      'batch-template',
      '--root',
      root,
      ...where,
    ]);
    expect([exit, out.split('\n').filter((line) => /^(wrote|kept)/.test(line))]).toEqual([
      0,
      [
        'wrote config/spokes/green.yaml',
        'wrote spokes/bases/job/a.txt',
        'wrote spokes/bases/job/account.yaml',
        'wrote spokes/bases/job/kustomization.yaml',
        'wrote config/teams/batch.yaml',
        'wrote config/spokes/red.yaml',
      ],
    ]);
    expect(fileOf(root, 'green')).toMatch(
      /spoke.schema.json\n# green\nenvironment: production\naccount: main\nregion: eu-west-1\nnetwork: \{cidr: [\d.]+\/18\}\nteams: \[batch\]\napplications: /,
    );
    expect(readFileSync(join(root, 'config/teams/batch.yaml'), 'utf8')).toMatch(
      /team.schema.json\naccounts: \[main\]\n/,
    );
    expect(readFileSync(join(root, 'spokes/bases/job/a.txt'), 'utf8')).toBe('of <nobody>\n');
    expect((await runCli(['build', '--root', root])).exit).toBe(0);
    expect((await runCli(['check', '--root', root])).exit).toBe(0);
    const again = await runCli(['new', 'spoke', 'blue-2', '--from', 'batch-template', '--root', root, ...where]);
    expect(again.out).toBe(
      'wrote config/spokes/blue-2.yaml\nkept spokes/bases/job, which is there already\nkept config/teams/batch.yaml, which is there already\nNext: add what it needs, then run `npm run build` (or `wheelwright build`).\n',
    );
  });

  test('a template whose spoke would not be valid writes nothing', async () => {
    const root = smallRoot({
      ...parts,
      'spokes/batch-template/argocd/teams/batch.yaml': 'accounts: [mian]\nquota: {pods: 10}\nnamespaces: {batch: {}}\n',
    });
    const { exit, out } = await newGreen(root, ...where, '--from', 'batch-template');
    expect([exit, out]).toEqual([1, expect.stringContaining('"mian"')]);
    expect(existsSync(join(root, 'config/teams/batch.yaml'))).toBe(false);
  });

  test.each([
    [
      {},
      'batch',
      '--from is "batch", which is no template: a folder of spokes/ whose name ends in -template. Known: "batch-template".',
    ],
    [
      { 'spokes/batch-template/argocd/teams/batch.yaml': 'accounts: [<acount>]\n' },
      'batch-template',
      'spokes/batch-template: <acount> stands for nothing. Known: <name>, <environment>, <account>, <region>, <network>.',
    ],
    [
      { 'spokes/batch-template/argocd/windows/weekend.yaml': '{}\n' },
      'batch-template',
      'spokes/batch-template/argocd/windows/weekend.yaml has no place in a repository',
    ],
    [
      { 'spokes/empty-template/README.md': 'Soon.\n' },
      'empty-template',
      'spokes/empty-template says nothing of a spoke: write spokes/empty-template/infrastructure/spoke.yaml.',
    ],
  ])('a template with %j, as %s: %s', async (more, from, message) => {
    const { exit, err } = await newGreen(smallRoot({ ...parts, ...more }), ...where, '--from', from);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });

  test.each([
    [['new', 'spoke'], 'the name of the spoke is missing'],
    [['new', 'team', 'x'], '"team" is nothing that can be made. Known: spoke.'],
    [['new', 'spoke', 'Green', ...where], '"Green" cannot be the name of a spoke: 1 to 40 lower-case letters'],
    [['new', 'spoke', 'blue', ...where], 'there is a spoke "blue" already: config/spokes/blue.yaml.'],
    [['new', 'spoke', 'x1', 'x1', ...where], '"x1" is given twice.'],
    [['new', 'spoke', 'x1'], '--environment is missing. Known: production.'],
    [
      ['new', 'spoke', 'x1', '--environment', 'prodution'],
      '--environment is "prodution", which is not known. Did you mean "production"? Known: production.',
    ],
    [
      ['new', 'spoke', 'x1', ...where, '--region', 'us-west-2'],
      '--region is "us-west-2", which is not known. Did you mean "eu-west-1"? Known: eu-west-1.',
    ],
    [
      ['new', 'spoke', 'x1', ...where, '--network', 'shared'],
      'there is no shared network: write config/networks/<name>.yaml first.',
    ],
    [
      ['new', 'spoke', 'x1', ...where, '--prefix', '8'],
      '--prefix is "8"; it must be a number from 16 (the largest network) to 22.',
    ],
  ])('%j: %s', async (argv, message) => {
    const { exit, err } = await runCli([...argv, '--root', smallRoot()]);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });

  test('a fleet with errors is shown as it is', async () => {
    const root = smallRoot({ 'config/teams/broken.yaml': 'acounts: []\n' });
    const { exit, out } = await newGreen(root, ...where);
    expect(exit).toBe(1);
    expect(out).toContain('config/teams/broken.yaml:1:1');
  });
});
