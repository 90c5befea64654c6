import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../disk/real-disk.ts';
import type { OwnerOutput } from '../model/output.ts';
import { buildOutput, builtRoot, changesOf, checkOutput, messagesOf } from '../testing/build-output.ts';
import { readTexts, spokeOutput, type Texts, temporaryRoot } from '../testing/output-folder.ts';
import { compareOutput, verifyOutput } from './compare-output.ts';
import { writeChanges } from './write-changes.ts';

const disk = realDisk();
const record = 'out/.wheelwright/spokes/a.json';
const a = (texts: Texts): OwnerOutput => spokeOutput('a', texts);
const two = [a({ 'out/a/x.yaml': 'x: 1\n', 'out/a/deep/er/y.yaml': 'y: 1\n' })];

describe('build', () => {
  test('writes every file and a record', () => {
    const root = builtRoot(two);
    const { [record]: text, ...files } = readTexts(root);
    expect(files).toEqual({ 'out/a/x.yaml': 'x: 1\n', 'out/a/deep/er/y.yaml': 'y: 1\n' });
    expect(text).toContain('"out/a/deep/er/y.yaml"');
    expect(lstatSync(join(root, 'out/a/x.yaml')).mode & 0o777).toBe(0o644);
    expect(Object.keys(readTexts(root, '.wheelwright'))).toEqual(['.wheelwright/.gitignore']);
  });

  test('changes what changed, and does not touch the rest', () => {
    const root = builtRoot(two);
    const before = lstatSync(join(root, 'out/a/deep/er/y.yaml'));
    const now = [a({ 'out/a/x.yaml': 'x: 2\n', 'out/a/deep/er/y.yaml': 'y: 1\n' })];
    expect(changesOf(buildOutput(root, now))).toEqual([`update ${record}`, 'update out/a/x.yaml']);
    expect(readTexts(root)['out/a/x.yaml']).toBe('x: 2\n');
    const after = lstatSync(join(root, 'out/a/deep/er/y.yaml'));
    expect([after.ino, after.mtimeMs, after.ctimeMs]).toEqual([before.ino, before.mtimeMs, before.ctimeMs]);
    expect(changesOf(buildOutput(root, now))).toEqual([]);
  });

  test('removes what is no longer asked for, with folders that are empty then', () => {
    const root = builtRoot([...two, spokeOutput('b', { 'out/b/z.yaml': 'z\n' })]);
    expect(changesOf(buildOutput(root, [spokeOutput('b', { 'out/b/z.yaml': 'z\n' })]))).toEqual([
      `delete ${record}`,
      'delete out/a/deep/er/y.yaml',
      'delete out/a/x.yaml',
    ]);
    expect(Object.keys(readTexts(root))).toEqual(['out/.wheelwright/spokes/b.json', 'out/b/z.yaml']);
  });

  test('removes empty folders that nothing needs', () => {
    const root = builtRoot(two);
    mkdirSync(join(root, 'out/left/over'), { recursive: true });
    buildOutput(root, two);
    expect(Object.keys(readTexts(root)).filter((path) => path.endsWith('/'))).toEqual([]);
  });

  test('puts a folder where a file was, and a file where a folder was', () => {
    const root = builtRoot([a({ 'out/a': 'file\n', 'out/b/c/d': 'deep\n' })]);
    buildOutput(root, [a({ 'out/a/inside': 'file\n', 'out/b': 'flat\n' })]);
    expect(readTexts(root)).toMatchObject({ 'out/a/inside': 'file\n', 'out/b': 'flat\n' });
    buildOutput(root, [a({ 'out/a': 'file\n', 'out/b/c/d': 'deep\n' })]);
    expect(readTexts(root)).toMatchObject({ 'out/a': 'file\n', 'out/b/c/d': 'deep\n' });
  });

  test('moves a file from one owner to another without touching it', () => {
    const root = builtRoot([a({ 'out/x': 'x' })]);
    const { ino } = lstatSync(join(root, 'out/x'));
    expect(changesOf(buildOutput(root, [spokeOutput('b', { 'out/x': 'x' })]))).toEqual([
      `delete ${record}`,
      'create out/.wheelwright/spokes/b.json',
    ]);
    expect(lstatSync(join(root, 'out/x')).ino).toBe(ino);
  });

  test('writes text of any script as UTF-8', () => {
    const root = builtRoot([a({ 'out/ä/日本.yaml': 'ключ: "🚀"\n' })]);
    expect(readTexts(root)['out/ä/日本.yaml']).toBe('ключ: "🚀"\n');
    expect(changesOf(buildOutput(root, [a({ 'out/ä/日本.yaml': 'ключ: "🚀"\n' })]))).toEqual([]);
  });

  test('says so when the file system refuses', () => {
    const root = temporaryRoot(onTestFinished);
    writeFileSync(join(root, '.wheelwright'), '');
    expect(writeChanges(disk, root, compareOutput(disk, root, two))).toMatchObject({
      problem: { code: 'out/cannot-write', message: 'The file system refuses to write ".wheelwright": ENOTDIR.' },
    });
    expect(() => readTexts(root)).toThrow('ENOENT');
  });

  test('never writes through a link that stands for its private folder', () => {
    const root = temporaryRoot(onTestFinished);
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, '.wheelwright'));
    expect(writeChanges(disk, root, compareOutput(disk, root, two))).toHaveProperty('problem.code', 'out/cannot-write');
    expect(readTexts(root, 'elsewhere')).toEqual({ 'elsewhere/': '' });
  });

  test('is a bug when two owners write one file, or one writes elsewhere', () => {
    const root = temporaryRoot(onTestFinished);
    expect(() => compareOutput(disk, root, [a({ 'out/x': '' }), spokeOutput('b', { 'out/x': '' })])).toThrow(
      'both out/.wheelwright/spokes/a.json and out/.wheelwright/spokes/b.json write out/x',
    );
    for (const path of ['config/x', 'out/../x', record]) {
      expect(() => compareOutput(disk, root, [a({ [path]: '' })])).toThrow(`spokes/a.json writes ${path}`);
    }
  });
});

describe('check', () => {
  test('says nothing of what was just built', () => {
    expect(checkOutput(builtRoot(two), two)).toEqual([]);
  });

  test('names what is missing, stale and left over, but not each record of it', () => {
    const root = builtRoot([...two, spokeOutput('b', { 'out/b': '' })]);
    rmSync(join(root, 'out/a/x.yaml'));
    expect(checkOutput(root, [a({ 'out/a/x.yaml': 'x: 1\n', 'out/a/deep/er/y.yaml': 'y: 2\n' })])).toEqual([
      'out/stale-file: "out/a/deep/er/y.yaml" is not what the configuration says.',
      'out/missing-file: "out/a/x.yaml" is missing.',
      'out/stale-file: "out/b" is left over: nothing in the configuration asks for it.',
    ]);
  });

  test('says one thing when nothing was built', () => {
    expect(checkOutput(temporaryRoot(onTestFinished), two)).toEqual([
      'out/missing-file: "out" is missing: nothing was built yet.',
    ]);
  });

  test('names a record that differs alone, and one that is missing', () => {
    const root = builtRoot(two);
    const sameFiles = [
      { ...a({ 'out/a/x.yaml': 'x: 1\n', 'out/a/deep/er/y.yaml': 'y: 1\n' }), facts: { region: 'x' } },
    ];
    expect(checkOutput(root, sameFiles)).toEqual([
      `out/stale-file: The record "${record}" is not that of what the configuration says.`,
    ]);
    rmSync(join(root, record));
    expect(checkOutput(root, two)).toEqual([`out/missing-file: "${record}" is missing.`]);
  });
});

describe('verify', () => {
  test('is content with what build wrote, and names what is gone', () => {
    const root = builtRoot(two);
    expect(verifyOutput(disk, root)).toEqual([]);
    rmSync(join(root, 'out/a/x.yaml'));
    expect(verifyOutput(disk, root)).toMatchObject([
      {
        code: 'out/missing-file',
        message: '"out/a/x.yaml" is missing.',
        notes: [{ at: { span: { source: { path: record } } } }],
      },
    ]);
  });

  test('says that a file cannot be read', () => {
    const root = builtRoot(two);
    chmodSync(join(root, 'out/a/x.yaml'), 0);
    const problems = messagesOf(verifyOutput(disk, root));
    // Nothing is closed to a superuser.
    expect(problems).toEqual(process.getuid?.() === 0 ? [] : ['out/not-a-file: "out/a/x.yaml" cannot be read.']);
  });
});
