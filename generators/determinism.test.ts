import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { compile } from './compile.ts';
import { readRepository } from './disk/read-repository.ts';
import { vendoredMeans } from './disk/vendored-means.ts';
import type { RepositoryFiles } from './load/repository-files.ts';
import { cloneRepository } from './testing/clone-repository.ts';
import { repositoryRoot } from './testing/example-fleet.ts';
import { readTexts, temporaryRoot } from './testing/output-folder.ts';

const { files } = readRepository(repositoryRoot);

async function bytesOf(repository: RepositoryFiles): Promise<unknown> {
  const { outputs, diagnostics } = await compile(repository, vendoredMeans());
  expect(diagnostics).toEqual([]);
  return outputs?.map(({ locate: _, ...output }) => output);
}

test('the order in which files are read changes no byte', async () => {
  const expected = await bytesOf(files);
  const inAnyOrder = fc.record({
    config: fc.shuffledSubarray([...files.config], { minLength: files.config.size }),
    authored: fc.shuffledSubarray([...files.authored], { minLength: files.authored.size }),
  });
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async ({ config, authored }) => {
      expect(await bytesOf({ ...files, config: new Map(config), authored: new Map(authored) })).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});

// A whole process is asked as well: it alone has a time zone, a locale, a umask and a working directory.
let clone = '';
const cleanings: (() => void)[] = [];
beforeAll(() => {
  clone = join(
    temporaryRoot((clean) => cleanings.push(clean)),
    'clone',
  );
  cloneRepository(clone);
});
afterAll(() => {
  for (const clean of cleanings) clean();
});

interface Setting {
  /** Relative to the root of the fleet. */
  readonly workingFolder: string;
  readonly umask: string;
  readonly env: Readonly<Record<string, string>>;
}

function build(root: string, { workingFolder, umask, env }: Setting): string {
  const { PATH = '' } = process.env;
  const command = `umask ${umask} && exec "${process.execPath}" "${join(clone, 'bin/wheelwright.mjs')}" build --root "${root}"`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: join(root, workingFolder),
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const plain: Setting = { workingFolder: '.', umask: '022', env: { TZ: 'UTC', LANG: 'C', HOME: '/nonexistent' } };

function exampleFleet(): string {
  const root = temporaryRoot(onTestFinished);
  for (const part of ['config', 'hub', 'spokes'])
    cpSync(join(repositoryRoot, part), join(root, part), { recursive: true });
  return root;
}

/** Mode and time of every file of `out/`. */
function stampsOf(root: string): Readonly<Record<string, { readonly mode: number; readonly written: number }>> {
  const entries = readdirSync(join(root, 'out'), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const { mode, mtimeMs } = statSync(join(parentPath, name));
        return [join(parentPath, name), { mode: mode & 0o777, written: mtimeMs }];
      }),
  );
}

test('time zone, locale, umask, home and working directory change no byte, and no mode', () => {
  const [one, other] = [exampleFleet(), exampleFleet()];
  build(one, plain);
  mkdirSync(join(other, 'elsewhere'));
  build(other, {
    workingFolder: 'elsewhere',
    umask: '077',
    env: {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: other,
      CDK8S_DISABLE_SORT: '1',
      CDK8S_RECORD_CONSTRUCT_METADATA: 'true',
      NODE_ENV: 'production',
      WHEELWRIGHT: 'x',
    },
  });
  expect(readTexts(other)).toEqual(readTexts(one));
  const modes = [one, other].flatMap((root) => Object.values(stampsOf(root)).map(({ mode }) => mode));
  expect([...new Set(modes)]).toEqual([0o644]);
});

test('a second build writes nothing, with and without a memory of the first', () => {
  const root = exampleFleet();
  build(root, plain);
  const before = stampsOf(root);
  expect(build(root, plain)).toMatch(/up to date/);
  expect(stampsOf(root)).toEqual(before);
  rmSync(join(root, '.wheelwright'), { recursive: true });
  expect(build(root, plain)).toMatch(/up to date/);
  expect(stampsOf(root)).toEqual(before);
});
