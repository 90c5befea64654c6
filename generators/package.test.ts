import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository } from './testing/clone-repository.ts';

// What users get: the package as npm packs it, installed where there is no network and nothing else.

let place = '';

/** npm is given no home, and none of what the npm that runs these tests sets for its children. */
function run(folder: string, command: string, ...args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = { ...Object.fromEntries(inherited), HOME: place, npm_config_cache: join(place, 'cache'), NO_COLOR: '1' };
  return execFileSync(command, args, { cwd: folder, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'wheelwright-package-'));
  mkdirSync(join(place, 'user'));
  cloneRepository(join(place, 'clone'));
  run(join(place, 'clone'), 'npm', 'pack', '--silent', '--pack-destination', place);
  const [archive = ''] = readdirSync(place).filter((name) => name.endsWith('.tgz'));
  run(join(place, 'user'), 'npm', 'install', '--offline', '--no-audit', '--no-fund', join(place, archive));
}, 120_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

test('the package needs no other and ships no sources', () => {
  expect(readdirSync(join(place, 'user/node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'wheelwright',
  ]);
  const shipped = readdirSync(join(place, 'user/node_modules/wheelwright'));
  expect(shipped).toEqual(expect.arrayContaining(['LICENSE', 'bin', 'dist', 'package.json', 'schemas']));
  expect(shipped).not.toEqual(expect.arrayContaining(['generators']));
});

test('the bundle has its notices, and neither zod nor ajv', () => {
  const dist = join(place, 'user/node_modules/wheelwright/dist');
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(['THIRD_PARTY_NOTICES.txt', 'cli.mjs']));
  const origins = readdirSync(dist).flatMap((file) => {
    return [...readFileSync(join(dist, file), 'utf8').matchAll(/^\/\/ node_modules\/(zod|ajv)\/.*$/gm)].map(
      ([line]) => line,
    );
  });
  expect(origins).toEqual([]);
});

test('a new user can init, build and check', { timeout: 120_000 }, () => {
  const user = join(place, 'user');
  const wheelwright = (...args: readonly string[]) => run(user, 'npx', '--no-install', 'wheelwright', ...args);
  wheelwright('init', 'demo');
  wheelwright('build', '--root', 'demo');
  wheelwright('check', '--root', 'demo');
  wheelwright('verify', '--root', 'demo');
  expect(existsSync(join(user, 'demo/out'))).toBe(true);
});

test('a fleet that is made from a clone brings the compiler along', { timeout: 120_000 }, () => {
  const [archive = ''] = readdirSync(place).filter((name) => name.endsWith('.tgz'));
  const fleet = join(place, 'fleet');
  run(place, process.execPath, 'clone/bin/wheelwright.mjs', 'init', 'fleet', '--package', archive);
  // Whoever clones it later has neither the clone of the compiler nor a network.
  renameSync(join(place, archive), join(place, `${archive}.gone`));
  run(fleet, 'npm', 'install', '--offline', '--no-audit', '--no-fund');
  expect(readdirSync(join(fleet, 'vendor'))).toEqual([archive]);
  expect(run(fleet, 'npm', 'run', '--silent', 'build')).toMatch(/^1 spoke: \d+ files written\.$/m);
  rmSync(join(fleet, 'node_modules'), { recursive: true });
  run(fleet, 'npm', 'ci', '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
  expect(run(fleet, 'npm', 'run', '--silent', 'check')).toContain('1 spoke is valid');
});
