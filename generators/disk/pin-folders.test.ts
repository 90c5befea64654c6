import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryRoot } from '../testing/output-folder.ts';
import type { Disk } from './disk.ts';
import { realDisk } from './real-disk.ts';

/** A root with `out/a/b` and a file in it; another folder that nothing may be written to. */
function prepared(): { readonly root: string; readonly elsewhere: string; readonly disk: Disk } {
  const root = temporaryRoot(onTestFinished);
  const elsewhere = temporaryRoot(onTestFinished);
  for (const folder of [root, elsewhere]) mkdirSync(join(folder, 'out/a/b'), { recursive: true });
  for (const folder of [root, elsewhere]) writeFileSync(join(folder, 'out/a/b/old'), 'old');
  writeFileSync(join(root, 'new'), 'new');
  const disk = realDisk(root);
  onTestFinished(() => disk.release());
  return { root, elsewhere, disk };
}

function swap(root: string, path: string, elsewhere: string): void {
  renameSync(join(root, path), join(root, 'moved'));
  symlinkSync(join(elsewhere, path), join(root, path));
}

describe.skipIf(!existsSync('/proc/self/fd'))('a folder that is swapped for a link in the middle of a build', () => {
  const changes: Readonly<Record<string, (disk: Disk, root: string) => unknown>> = {
    rename: (disk, root) => disk.rename(`${root}/new`, `${root}/out/a/b/file`),
    remove: (disk, root) => disk.remove(`${root}/out/a/b/old`),
    'make a folder': (disk, root) => disk.makeFolder(`${root}/out/a/b/folder`),
    create: (disk, root) => disk.create(`${root}/out/a/b/file`, 'x'),
  };
  for (const [name, change] of Object.entries(changes)) {
    for (const folder of ['out', 'out/a', 'out/a/b']) {
      test(`is not written through: ${name}, ${folder}`, () => {
        const { root, elsewhere, disk } = prepared();
        swap(root, folder, elsewhere);
        expect(() => change(disk, root)).toThrow(/ENOTDIR|ELOOP/);
        expect(readdirSync(join(elsewhere, 'out/a/b'))).toEqual(['old']);
      });
    }
  }

  test('after the first change, too', () => {
    const { root, elsewhere, disk } = prepared();
    disk.create(`${root}/out/a/b/first`, 'x');
    swap(root, 'out/a/b', elsewhere);
    disk.create(`${root}/out/a/b/second`, 'x');
    disk.makeFolder(`${root}/out/a/c`);
    expect(() => disk.create(`${root}/out/a/b/third`, 'x')).toThrow();
    expect(readdirSync(join(elsewhere, 'out/a/b'))).toEqual(['old']);
    expect(readdirSync(join(root, 'moved'))).toContain('second');
  });

  test('an error names the path that was asked for', () => {
    const { root, disk } = prepared();
    expect(() => disk.rename(`${root}/new`, `${root}/out/none/file`)).toThrow(
      expect.objectContaining({ code: 'ENOENT', path: `${root}/new`, dest: `${root}/out/none/file` }),
    );
  });

  test('without a link everything goes as it should', () => {
    const { root, disk } = prepared();
    disk.makeFolder(`${root}/out/a/c`);
    disk.rename(`${root}/new`, `${root}/out/a/c/new`);
    disk.remove(`${root}/out/a/b/old`);
    expect(disk.removeFolder(`${root}/out/a/b`)).toBe(true);
    expect(disk.makeFolder(`${root}/out/a/b`)).toBe(true);
    disk.create(`${root}/out/a/b/old`, 'again');
    expect(readFileSync(join(root, 'out/a/b/old'), 'utf8')).toBe('again');
    expect(readFileSync(join(root, 'out/a/c/new'), 'utf8')).toBe('new');
  });
});
