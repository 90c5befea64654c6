import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../compile.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import { repositoryRoot } from '../../testing/example-fleet.ts';
import { readTexts, temporaryRoot } from '../../testing/output-folder.ts';
import { runCli } from '../../testing/run-cli.ts';
import { initOptions } from './init-options.ts';
import { repositoryFiles } from './repository-files.ts';

const withOptions = (given: Parameters<typeof initOptions>[0]) => {
  const options = initOptions(given);
  if ('misuse' in options) throw new Error(options.misuse);
  return Object.fromEntries(repositoryFiles('platform', '1.2.3', options));
};

describe('the repository that init writes', () => {
  test.each([
    [{}],
    [
      {
        organisation: 'corp',
        repository: 'git@example.com:corp/fleet.git',
        region: 'us-west-2',
        'account-id': '111111111111',
      },
    ],
    [{ region: 'cn-north-1' }],
    [{ region: 'us-gov-west-1' }],
  ])('compiles without a word, with %j', async (given) => {
    const { diagnostics, outputs } = await compile(filesInMemory(withOptions(given)), vendoredMeans());
    expect(diagnostics).toEqual([]);
    expect(outputs?.length).toBeGreaterThan(0);
  });

  test('says who owns what, and gives to engineers nothing that belongs to the platform', () => {
    const lines = (withOptions({})['.github/CODEOWNERS'] ?? '').split('\n').filter((line) => /^# \//.test(line));
    const rules = lines.map((line) => line.slice(2).split(' '));
    // As GitHub reads it: of several lines that fit, the last.
    const ownerOf = (path: string) => rules.findLast(([pattern = '']) => `/${path}`.startsWith(pattern))?.[1];
    const written = Object.keys(withOptions({})).filter((path) => path.includes('/') || path.startsWith('package'));
    const owned = [
      ...written,
      'config/regions/x.yaml',
      'config/components/x.yaml',
      'config/networks/x.yaml',
      'hub/x.yaml',
    ];
    for (const path of owned) {
      const isEngineers = path.startsWith('config/spokes/') || path.startsWith('spokes/');
      expect([path, ownerOf(path)]).toEqual([path, isEngineers ? '@acme/engineers' : '@acme/platform']);
    }
  });

  test('pins what the example fleet of this repository pins, and has its defaults and its base', () => {
    const files = withOptions({});
    const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
    const { versions, defaults } = parse(read('config/config.yaml'));
    expect(parse(files['config/config.yaml'] ?? '')).toMatchObject({ versions, defaults });
    for (const [path, text] of Object.entries(files)) if (path.startsWith('spokes/')) expect(text).toBe(read(path));
  });

  test('lets editors find the schemas in the package, and pins the compiler', () => {
    const files = withOptions({});
    expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({
      private: true,
      devDependencies: { wheelwright: '1.2.3' },
    });
    for (const [path, text] of Object.entries(files)) {
      if (!path.startsWith('config/')) continue;
      const up = '../'.repeat(path.split('/').length - 1);
      expect(text.split('\n')[0]).toMatch(
        new RegExp(`^# yaml-language-server: \\$schema=${up}node_modules/wheelwright/schemas/[a-z]+\\.schema\\.json$`),
      );
    }
  });
});

describe('wheelwright init', () => {
  test('writes a repository and says what comes next', async () => {
    const root = temporaryRoot(onTestFinished);
    const { exit, out, err } = await runCli(['init', 'platform', '--root', root, '--organisation', 'corp']);
    expect(out).toContain('wrote spokes/spoke-template/infrastructure/spoke.yaml\n');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('wrote config/spokes/first-spoke.yaml\n');
    expect(out).toMatch(/\nNext:\n {2}cd platform && npm install\n {2}npm run build\n$/);
    expect(readTexts(root, 'platform')['platform/config/config.yaml']).toContain('organisation: corp\n');
    expect((await runCli(['build', '--root', join(root, 'platform')])).exit).toBe(0);
    expect((await runCli(['check', '--root', join(root, 'platform')])).exit).toBe(0);
  });

  test('writes a template from which the next spoke is made, which passes', { timeout: 120_000 }, async () => {
    const root = join(temporaryRoot(onTestFinished), 'platform');
    await runCli(['init', root]);
    const { exit, out } = await runCli([
      ...['new', 'spoke', 'second-spoke', '--from', 'spoke-template', '--root', root],
      ...['--environment', 'production', '--account', 'workloads'],
    ]);
    expect([exit, out.split('\n')[0]]).toEqual([0, 'wrote config/spokes/second-spoke.yaml']);
    const texts = readTexts(root, 'config');
    const withoutRange = (text = '') => text.replace(/cidr: [\d./]+/, '');
    expect(withoutRange(texts['config/spokes/second-spoke.yaml'])).toBe(
      withoutRange(texts['config/spokes/first-spoke.yaml']),
    );
    // The window is a layer that a spoke may list.
    const second = join(root, 'config/spokes/second-spoke.yaml');
    writeFileSync(second, readFileSync(second, 'utf8').replace('# components:', 'components:'));
    expect((await runCli(['build', '--root', root])).exit).toBe(0);
    expect((await runCli(['check', '--root', root])).exit).toBe(0);
  });

  test('writes nothing into a folder that holds something', async () => {
    const root = temporaryRoot(onTestFinished);
    for (const name of ['d', 'b', 'c', 'a']) writeFileSync(join(root, name), '');
    const { exit, err } = await runCli(['init', root]);
    expect(exit).toBe(2);
    expect(err).toContain(
      'is not empty: it holds "a", "b", "c" and 1 more. Name a folder that is empty or not there yet.',
    );
    expect((await runCli(['init', join(root, 'a')])).err).toContain('is no folder that can be read.');
    expect(Object.keys(readTexts(root, '.'))).toHaveLength(4);
  });

  test.each([
    [['--region', 'us-west-9'], '--region is "us-west-9", which is no region of AWS. Did you mean "us-west-1"?'],
    [['--account-id', '12'], '--account-id is "12"; it must be the 12 digits of an AWS account.'],
    [['--organisation', 'A Corp'], '--organisation is "A Corp"; it must be 1 to 20 lower-case letters'],
    [['--repository', 'here'], '--repository is "here"; it must be the address of a Git repository'],
  ])('%j: %s', async (given, message) => {
    const root = temporaryRoot(onTestFinished);
    const { exit, err } = await runCli(['init', join(root, 'new'), ...given]);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });
});
