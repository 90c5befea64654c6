import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { type BuildLock, lockBuilds } from './lock-builds.ts';
import { realDisk } from './real-disk.ts';

const disk = realDisk();
const root = () => temporaryRoot(onTestFinished);

async function locked(folder: string, patience = 0): Promise<BuildLock> {
  const lock = await lockBuilds(disk, folder, patience);
  if ('holder' in lock) throw new Error(`it is busy: ${lock.holder}`);
  return lock;
}

test('one build at a time; the next may go on when it has ended', async () => {
  const folder = root();
  const first = await locked(folder);
  expect(await lockBuilds(disk, folder, 30)).toEqual({ holder: process.pid });
  const next = lockBuilds(disk, folder, 5000);
  first.release();
  expect(await next).toHaveProperty('since');
});

test('what a process left that is gone is taken over, with its other files', async () => {
  const folder = root();
  await locked(folder);
  const own = JSON.parse(Buffer.from(disk.read(`${folder}/.wheelwright/lock`)?.bytes ?? []).toString());
  // No process has this id: Linux gives none above 2^22.
  writeTexts(folder, {
    '.wheelwright/lock': JSON.stringify({ ...own, process: 2 ** 22 + 1 }),
    '.wheelwright/tmp-4194305-0a1b2c3d': 'half a file',
  });
  await locked(folder, 100);
  expect(readdirSync(join(folder, '.wheelwright')).sort()).toEqual(['.gitignore', 'lock']);
});

test('the lock of another container counts, until it is too old to be true', async () => {
  const folder = root();
  writeTexts(folder, { '.wheelwright/lock': '{"process": 1, "machine": "elsewhere"}' });
  expect(await lockBuilds(disk, folder, 0)).toEqual({ holder: 1 });
  const longAgo = Date.now() / 1000 - 3600;
  utimesSync(join(folder, '.wheelwright/lock'), longAgo, longAgo);
  await locked(folder, 100);
});

test('where nothing can be written a build goes on without, and trusts nothing', async () => {
  const folder = root();
  writeTexts(folder, { '.wheelwright': 'a file' });
  expect((await locked(folder)).since).toBe(0);
});
