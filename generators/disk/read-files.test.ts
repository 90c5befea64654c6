import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type ReadFiles, readFiles, readRepositoryFolders } from './read-files.ts';

const made: string[] = [];

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'wheelwright-files-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const told = ({ problems }: ReadFiles) => problems.map(({ code, at }) => `${code} ${at?.span?.source.path}`);
const paths = ({ sources }: ReadFiles) => sources.map(({ path }) => path);

describe('folders of a repository', () => {
  test('YAML below them is read, in code point order; folders that are not there are no problem', () => {
    const root = folderWith({ 'hub/b.yaml': 'b', 'hub/a/c.yml': 'c', 'hub/notes.md': 'n', 'hub/.cache/x.yaml': 'x' });
    const read = readRepositoryFolders(root, ['hub', 'spokes']);
    expect(paths(read)).toEqual(['hub/a/c.yml', 'hub/b.yaml']);
    expect(told(read)).toEqual([]);
  });

  test('a folder that is a link is told of, and nothing behind it is opened', () => {
    const outside = folderWith({ 'secret.yaml': 'password: x' });
    const root = folderWith({ 'config/config.yaml': '' });
    symlinkSync(outside, join(root, 'hub'));
    const read = readRepositoryFolders(root, ['hub']);
    expect(paths(read)).toEqual([]);
    expect(told(read)).toEqual(['file/symbolic-link hub']);
  });

  test('so is one on the way to the folder', () => {
    const outside = folderWith({ 'shared/graph.yaml': 'x' });
    const root = folderWith({ 'config/config.yaml': '' });
    symlinkSync(outside, join(root, 'out'));
    expect(told(readRepositoryFolders(root, ['out/shared']))).toEqual(['file/symbolic-link out']);
  });

  test('links to files and to folders below it are told of, whatever they lead to', () => {
    const root = folderWith({ 'hub/a.yaml': 'a' });
    symlinkSync('/dev/zero', join(root, 'hub/zero.yaml'));
    symlinkSync('/etc', join(root, 'hub/more'));
    const read = readRepositoryFolders(root, ['hub']);
    expect(paths(read)).toEqual(['hub/a.yaml']);
    expect(told(read)).toEqual(['file/symbolic-link hub/more', 'file/symbolic-link hub/zero.yaml']);
  });

  test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
    const root = folderWith({ 'hub/a.yaml': 'a' });
    execFileSync('mkfifo', [join(root, 'hub/pipe.yaml')]);
    expect(told(readRepositoryFolders(root, ['hub']))).toEqual(['file/unreadable hub/pipe.yaml']);
  });

  test.skipIf(process.platform === 'win32')('the folder itself may be a pipe', () => {
    const root = folderWith({ 'config/config.yaml': '' });
    execFileSync('mkfifo', [join(root, 'hub')]);
    expect(told(readRepositoryFolders(root, ['hub']))).toEqual(['file/unreadable hub']);
  });
});

describe('what a user names', () => {
  test('is read through a link, and whatever it is called', () => {
    const root = folderWith({ 'graphs/a.yaml': 'a', 'plain.txt': 'b' });
    symlinkSync(join(root, 'graphs'), join(root, 'link'));
    expect(paths(readFiles(root, ['link', 'plain.txt']))).toEqual(['link/a.yaml', 'plain.txt']);
  });

  test('links below it are told of, if they look like YAML', () => {
    const root = folderWith({ 'graphs/a.yaml': 'a' });
    symlinkSync(join(root, 'graphs/a.yaml'), join(root, 'graphs/b.yaml'));
    symlinkSync(join(root, 'graphs'), join(root, 'graphs/again'));
    expect(told(readFiles(root, ['graphs']))).toEqual(['file/symbolic-link graphs/b.yaml']);
  });

  test.skipIf(process.platform === 'win32')('may be a device that never ends: it is too large', () => {
    expect(told(readFiles('/', ['/dev/zero']))).toEqual(['file/too-large dev/zero']);
  });
});
