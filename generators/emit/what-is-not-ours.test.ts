import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../disk/real-disk.ts';
import type { OwnerOutput } from '../model/output.ts';
import { buildOutput, builtRoot, changesOf, checkOutput, messagesOf } from '../testing/build-output.ts';
import { readTexts, spokeOutput, type Texts, temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { verifyOutput } from './compare-output.ts';

const disk = realDisk();
const record = 'out/.wheelwright/spokes/a.json';
const a = (texts: Texts): OwnerOutput => spokeOutput('a', texts);
const two = [a({ 'out/a/x.yaml': 'x: 1\n', 'out/a/deep/er/y.yaml': 'y: 1\n' })];

describe('a file that was edited by hand', () => {
  const edited = (): string => {
    const root = builtRoot([a({ 'out/x.yaml': 'one: 1\ntwo: 2\nthree: 3\n' })]);
    writeTexts(root, { 'out/x.yaml': 'one: 1\ntwo: 22\nthree: 3\n' });
    return root;
  };
  const now = [a({ 'out/x.yaml': 'one: 1\ntwo: 2\nthree: 4\n' })];

  test('is named with the line, and nothing is written', () => {
    const root = edited();
    const { problems, edits } = buildOutput(root, now);
    expect(edits).toEqual([{ path: 'out/x.yaml', line: 2, problem: problems[0] }]);
    expect(problems).toEqual([
      {
        code: 'out/edited-file',
        severity: 'error',
        message: '"out/x.yaml" was edited by hand: a build would undo it.',
        at: { span: { source: { path: 'out/x.yaml', text: 'one: 1\ntwo: 22\nthree: 3\n' }, start: 7, end: 14 } },
        notes: [],
        help: 'Make the change in the configuration, then run `wheelwright build --restore out/x.yaml`, which discards the edit.',
      },
    ]);
    expect(readTexts(root)['out/x.yaml']).toBe('one: 1\ntwo: 22\nthree: 3\n');
    expect(checkOutput(root, now)).toEqual([
      'out/edited-file: "out/x.yaml" was edited by hand: a build would undo it.',
      `out/stale-file: The record "${record}" is not that of what the configuration says.`,
    ]);
    expect(messagesOf(verifyOutput(disk, root))).toEqual(['out/edited-file: "out/x.yaml" is not what was written.']);
  });

  test('is told with the first line that is no longer as it was; none where lines were only added', () => {
    const text = 'a\na\nb\nc\n';
    const lineOf = (changed: string): number | undefined => {
      const root = builtRoot([a({ 'out/x.yaml': text })]);
      writeTexts(root, { 'out/x.yaml': changed });
      return buildOutput(root, [a({ 'out/x.yaml': text })]).edits[0]?.line;
    };
    expect([lineOf('a\nb\nc\n'), lineOf('a\na\nB\nc\n'), lineOf('a\na\nb\n'), lineOf('')]).toEqual([2, 3, 4, 1]);
    expect([lineOf('a\na\na\nb\nc\n'), lineOf(`${text}d\n`), lineOf(`d\n${text}`)]).toEqual(Array(3).fill(undefined));
    expect(lineOf('a\na\nb\nc')).toBe(5);
  });

  test('is replaced when that is asked for, by file or by folder', () => {
    for (const restore of ['out/x.yaml', 'out']) {
      const root = edited();
      const comparison = buildOutput(root, now, { restore: [restore] });
      expect(comparison.changes.filter(({ discards }) => discards).map(({ path }) => path)).toEqual(['out/x.yaml']);
      expect(readTexts(root)['out/x.yaml']).toBe('one: 1\ntwo: 2\nthree: 4\n');
    }
    expect(messagesOf(buildOutput(edited(), now, { restore: ['out/x'] }).problems)).toHaveLength(1);
  });

  test('is kept when it is no longer asked for', () => {
    const root = edited();
    expect(messagesOf(buildOutput(root, []).problems)).toEqual([
      'out/edited-file: "out/x.yaml" was edited by hand, and nothing in the configuration asks for it any more.',
    ]);
    buildOutput(root, [], { restore: ['out/x.yaml'] });
    expect(readTexts(root)).toEqual({ 'out/': '' });
  });

  test('is fine when it is what is compiled, though the record lags', () => {
    const root = edited();
    const comparison = buildOutput(root, [a({ 'out/x.yaml': 'one: 1\ntwo: 22\nthree: 3\n' })]);
    expect(messagesOf(comparison.problems)).toEqual([]);
    expect(changesOf(comparison)).toEqual([`update ${record}`]);
  });

  test('is no edit when a merge left it with conflict markers', () => {
    const root = edited();
    writeTexts(root, { 'out/x.yaml': 'one: 1\n<<<<<<< HEAD\ntwo: 2\n=======\ntwo: 3\n>>>>>>> theirs\n' });
    expect(messagesOf(buildOutput(root, now).problems)).toEqual([]);
    expect(readTexts(root)['out/x.yaml']).toBe('one: 1\ntwo: 2\nthree: 4\n');
  });
});

describe('a foreign file', () => {
  test('is named and never touched', () => {
    const root = builtRoot(two);
    writeTexts(root, { 'out/a/notes.txt': 'mine', 'out/.wheelwright/notes.txt': 'mine' });
    const expected = [
      'out/foreign-file: "out/.wheelwright/notes.txt" was not written by Wheelwright, which owns all of out/.',
      'out/foreign-file: "out/a/notes.txt" was not written by Wheelwright, which owns all of out/.',
    ];
    expect(messagesOf(buildOutput(root, []).problems).sort()).toEqual(expected);
    expect(checkOutput(root, two).sort()).toEqual(expected);
    expect(messagesOf(verifyOutput(disk, root)).sort()).toEqual([
      'out/foreign-file: "out/.wheelwright/notes.txt" is in no record: Wheelwright did not write it.',
      'out/foreign-file: "out/a/notes.txt" is in no record: Wheelwright did not write it.',
    ]);
    expect(readTexts(root)).toHaveProperty(['out/a/notes.txt'], 'mine');
    expect(changesOf(buildOutput(root, two, { restore: ['out'] }))).toEqual([
      'delete out/.wheelwright/notes.txt',
      'delete out/a/notes.txt',
    ]);
  });

  test('is not overwritten where a generated file belongs', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { 'out/a/x.yaml': 'mine' });
    expect(messagesOf(buildOutput(root, two).problems)).toEqual([
      'out/foreign-file: "out/a/x.yaml" was not written by Wheelwright, and stands where a generated file belongs.',
    ]);
    expect(readTexts(root)).toEqual({ 'out/a/x.yaml': 'mine' });
  });

  test('is no foreign file when it happens to be what is compiled', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { 'out/a/x.yaml': 'x: 1\n' });
    expect(messagesOf(buildOutput(root, two).problems)).toEqual([]);
  });
});

describe('a link', () => {
  const outside = (root: string, link: string): void => {
    writeTexts(root, { 'elsewhere/x.yaml': 'mine' });
    rmSync(join(root, link), { recursive: true, force: true });
    symlinkSync(join(root, 'elsewhere'), join(root, link));
  };

  test.each(['out/a', 'out', 'out/.wheelwright', 'out/a/x.yaml', 'out/b'])('at %s is named, not followed', (link) => {
    const root = builtRoot(two);
    outside(root, link);
    expect(messagesOf(buildOutput(root, []).problems)).toContain(
      `out/not-a-file: "${link}" is a symbolic link: Wheelwright follows none, and writes none.`,
    );
    expect(checkOutput(root, two)[0]).toContain('out/not-a-file');
    expect(messagesOf(verifyOutput(disk, root))[0]).toContain('out/not-a-file');
    buildOutput(root, two, { restore: ['out'] });
    expect(readTexts(root)).toMatchObject({ 'out/a/x.yaml': 'x: 1\n' });
    expect(lstatSync(join(root, 'out')).isDirectory()).toBe(true);
    expect(readTexts(root, 'elsewhere')).toEqual({ 'elsewhere/x.yaml': 'mine' });
  });
});

describe('a broken record', () => {
  test('is an error of check and verify, and is written anew by build when its owner is there', () => {
    const root = builtRoot(two);
    writeTexts(root, { [record]: '{' });
    expect(checkOutput(root, two)).toEqual([`out/broken-record: The record "${record}" is not valid JSON.`]);
    expect(messagesOf(verifyOutput(disk, root)).sort()).toEqual([
      `out/broken-record: The record "${record}" is not valid JSON.`,
      'out/foreign-file: "out/a/deep/er/y.yaml" is in no record: Wheelwright did not write it.',
      'out/foreign-file: "out/a/x.yaml" is in no record: Wheelwright did not write it.',
    ]);
    expect(changesOf(buildOutput(root, two))).toEqual([`update ${record}`]);
    expect(checkOutput(root, two)).toEqual([]);
  });

  test('forbids a build when nobody knows what it owned', () => {
    const root = builtRoot(two);
    writeTexts(root, { [record]: 'null' });
    expect(messagesOf(buildOutput(root, []).problems)).toContain(
      `out/broken-record: The record "${record}" is not a JSON object.`,
    );
  });

  test('after a merge of two changes needs no more than a build', () => {
    const root = builtRoot([a({ 'out/a/x.yaml': 'x: 2\n' })]);
    const { [record]: ours = '' } = readTexts(root);
    buildOutput(root, [a({ 'out/a/x.yaml': 'x: 3\n', 'out/a/new.yaml': 'new\n' })]);
    const { [record]: theirs = '' } = readTexts(root);
    // Git leaves their new file and our changed one, and a record with both sides.
    writeTexts(root, { 'out/a/x.yaml': 'x: 2\n', [record]: `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n` });
    expect(checkOutput(root, [a({ 'out/a/x.yaml': 'x: 4\n' })])).toContain(
      `out/broken-record: The record "${record}" holds conflict markers of a merge.`,
    );
    expect(changesOf(buildOutput(root, [a({ 'out/a/x.yaml': 'x: 4\n' })]))).toEqual([
      `update ${record}`,
      'delete out/a/new.yaml',
      'update out/a/x.yaml',
    ]);
    expect(messagesOf(verifyOutput(disk, root))).toEqual([]);
  });

  test('that claims what is not its own takes nothing with it', () => {
    const root = builtRoot([...two, spokeOutput('b', { 'out/b': 'b\n' })]);
    const { 'out/.wheelwright/spokes/b.json': b = '', [record]: text = '' } = readTexts(root);
    const claim = b.split('\n').find((line) => line.includes('"out/b"')) ?? '';
    writeTexts(root, { [record]: text.replace('"files": {\n', `"files": {\n${claim},\n`), 'config/x': 'mine' });
    expect(messagesOf(verifyOutput(disk, root))).toEqual([
      `out/broken-record: Both "${record}" and "out/.wheelwright/spokes/b.json" claim "out/b".`,
    ]);
    expect(messagesOf(buildOutput(root, []).problems)).toEqual([
      `out/broken-record: Both "${record}" and "out/.wheelwright/spokes/b.json" claim "out/b", which nothing in the configuration asks for.`,
    ]);
    expect(changesOf(buildOutput(root, [spokeOutput('b', { 'out/b': 'b\n' })]))).not.toContain('delete out/b');
    expect(readTexts(root)).toHaveProperty(['out/b'], 'b\n');
  });
});
