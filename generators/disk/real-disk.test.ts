import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { realDisk } from './real-disk.ts';

const disk = realDisk();

describe('the disk', () => {
  test.each(['000', '022', '077', '0777'])('gives files mode 0644 with umask %s', (umask) => {
    const root = temporaryRoot(onTestFinished);
    const program = join(root, 'create.mjs');
    const contents = `import { realDisk } from './real-disk.ts'; const disk = realDisk(); disk.create('a', ''); disk.create('b', '');`;
    const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const };
    buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: program });
    // The umask belongs to the process, so it takes one of its own.
    const { status, stderr } = spawnSync('sh', ['-c', `umask ${umask} && exec "$0" "$1"`, process.execPath, program], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(['a', 'b'].map((name) => (lstatSync(join(root, name)).mode & 0o777).toString(8))).toEqual(['644', '644']);
  });

  test('reads files only: no link, no folder, nothing that is not there', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { 'a/b': 'text' });
    symlinkSync(join(root, 'a/b'), join(root, 'link'));
    const text = (path: string): string | undefined => {
      const found = disk.read(join(root, path));
      return found && Buffer.from(found.bytes).toString();
    };
    expect(['a/b', 'link', 'a', 'none', 'a/b/c'].map(text)).toEqual([
      'text',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('tells what stands at a path without following it', () => {
    const root = temporaryRoot(onTestFinished);
    mkdirSync(join(root, 'folder'));
    writeTexts(root, { file: '' });
    symlinkSync('file', join(root, 'link'));
    expect(['folder', 'file', 'link', 'none', 'file/x'].map((path) => disk.stat(join(root, path))?.kind)).toEqual([
      'folder',
      'file',
      'link',
      undefined,
      undefined,
    ]);
    expect(disk.list(root)).toEqual([
      { name: 'file', kind: 'file' },
      { name: 'folder', kind: 'folder' },
      { name: 'link', kind: 'link' },
    ]);
    expect(disk.list(join(root, 'file'))).toBeUndefined();
  });

  test('replaces nothing by mistake', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { file: 'mine', 'folder/x': '' });
    expect(() => disk.create(join(root, 'file'), '')).toThrow('EEXIST');
    expect(disk.makeFolder(join(root, 'file'))).toBe(false);
    expect(disk.removeFolder(join(root, 'folder'))).toBe(false);
    expect(() => disk.rename(join(root, 'file'), join(root, 'folder'))).toThrow('EISDIR');
    disk.remove(join(root, 'none'));
  });
});
