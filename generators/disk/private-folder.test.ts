import { truncateSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryRoot } from '../testing/output-folder.ts';
import { openPrivateFolder, privatePath, readPrivate, replacePrivate } from './private-folder.ts';
import { realDisk } from './real-disk.ts';

const MiB = 1024 * 1024;

/** Of a file with this many bytes, which take no room on a disk, how many are read: as a private file, and as one that is not. */
function readOf(size: number) {
  const root = temporaryRoot(onTestFinished);
  const disk = realDisk();
  openPrivateFolder(disk, root);
  replacePrivate(disk, root, 'state', '');
  truncateSync(privatePath(root, 'state'), size);
  return [readPrivate(disk, root, 'state')?.length, disk.read(privatePath(root, 'state'))?.bytes.length];
}

test('the state of a large fleet is read, though it is larger than other files may be', () => {
  expect(readOf(64 * MiB)).toEqual([64 * MiB, 64 * MiB]);
  expect(readOf(64 * MiB + 1)).toEqual([64 * MiB + 1, undefined]);
});

test('a private file above 1 GiB is none: it is not read at all', () => {
  const before = process.memoryUsage().rss;
  expect(readOf(1024 * MiB + 1)).toEqual([undefined, undefined]);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * MiB);
});
