import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../disk/real-disk.ts';
import { readTexts, temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { namesIn, writeNewFiles } from './write-new-files.ts';

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));

describe('new files', () => {
  test('are written with the folders that they need, even with that of the root', () => {
    const root = temporaryRoot(onTestFinished);
    expect(writeNewFiles(realDisk(), join(root, 'a/b'), files({ 'c/d.txt': '1', 'e.txt': '2' }))).toBeUndefined();
    expect(readTexts(root, 'a')).toEqual({ 'a/b/c/d.txt': '1', 'a/b/e.txt': '2' });
  });

  test('never replace anything: then none of them is written, nor a folder', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { 'x/there.txt': 'mine' });
    const refused = writeNewFiles(realDisk(), root, files({ 'new/one.txt': '1', 'x/there.txt': '2' }));
    expect(refused?.message).toBe('"x/there.txt" is there already; it was left as it is.');
    expect(readdirSync(root)).toEqual(['x']);
    expect(readTexts(root, 'x')).toEqual({ 'x/there.txt': 'mine' });
  });

  test('follow no link out of the root', () => {
    const root = temporaryRoot(onTestFinished);
    mkdirSync(join(root, 'inside'));
    mkdirSync(join(root, 'outside'));
    symlinkSync(join(root, 'outside'), join(root, 'inside/config'), 'junction');
    const refused = writeNewFiles(realDisk(), join(root, 'inside'), files({ 'config/a.yaml': '1' }));
    expect(refused?.message).toBe('The file system refuses to write "config/a.yaml": ENOTDIR.');
    expect(existsSync(join(root, 'outside/a.yaml'))).toBe(false);
  });
});

test('the names in a folder are in order; there are none where nothing is, and no list of a file', () => {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { b: '', a: '' });
  expect([
    namesIn(realDisk(), root),
    namesIn(realDisk(), join(root, 'no')),
    namesIn(realDisk(), join(root, 'a')),
  ]).toEqual([['a', 'b'], [], undefined]);
});
