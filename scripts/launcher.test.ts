import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneRepository } from '../generators/testing/clone-repository.ts';

const run = promisify(execFile);
let clone = '';

// Each bundles, some several times.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'wheelwright-clone-'));
  cloneRepository(clone);
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

async function wheelwright(...args: readonly string[]): Promise<string> {
  try {
    return (await run(process.execPath, [join(clone, 'bin/wheelwright.mjs'), ...args])).stdout;
  } catch (error) {
    throw new Error((error as { readonly stdout: string }).stdout);
  }
}
const entry = () => readFileSync(join(clone, 'dist/cli.mjs'), 'utf8');

test('first commands that are run at once all build the bundle and all succeed', async () => {
  const helps = await Promise.all(['build', 'check', 'verify', 'init'].map((verb) => wheelwright(verb, '--help')));
  expect(helps.map((help) => /^Usage: wheelwright (\w+)/m.exec(help)?.[1])).toEqual([
    'build',
    'check',
    'verify',
    'init',
  ]);
  expect(readdirSync(join(clone, 'dist')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a changed source is bundled by the next command, an unchanged one is not', async () => {
  await wheelwright('--help');
  const before = entry();
  await wheelwright('--help');
  expect(entry()).toBe(before);
  appendFileSync(join(clone, 'generators/commands/help.ts'), '\nglobalThis.console.log("from the new source");\n');
  expect(await wheelwright('--help')).toContain('from the new source\n');
  expect(entry()).not.toBe(before);
});

test('a folder is an add-on from the next command on, and none once it is gone', async () => {
  const fleet = join(clone, 'fleet');
  const addon = join(clone, 'generators/addons/night-shift');
  await wheelwright('init', fleet);
  mkdirSync(join(fleet, 'config/components'), { recursive: true });
  writeFileSync(join(fleet, 'config/components/night.yaml'), 'addons: {nightShift: {}}\n');
  await expect(wheelwright('check', '--root', fleet)).rejects.toThrow('Unknown key "nightShift"');
  cpSync(join(clone, 'generators/addons/metrics-server'), addon, { recursive: true });
  await expect(wheelwright('check', '--root', fleet)).rejects.toThrow('nothing was built yet');
  rmSync(addon, { recursive: true });
  await expect(wheelwright('check', '--root', fleet)).rejects.toThrow('Unknown key "nightShift"');
});

test('a test that changes does not change the bundle', async () => {
  await wheelwright('--help');
  const before = entry();
  appendFileSync(join(clone, 'generators/cli.test.ts'), '\n');
  await wheelwright('--help');
  expect(entry()).toBe(before);
});
