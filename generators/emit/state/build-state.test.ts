import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../../disk/real-disk.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { StateData } from '../../disk/state-file.ts';
import type { OwnerOutput } from '../../model/output.ts';
import { readTexts, spokeOutput, temporaryRoot, writeTexts } from '../../testing/output-folder.ts';
import { compareOutput } from '../compare-output.ts';
import { writeChanges } from '../write-changes.ts';
import {
  canTrustMore,
  changedInputs,
  type InputFile,
  isOutUntouched,
  type Kept,
  loadState,
  saveState,
} from './build-state.ts';

const disk = realDisk();
const spoke = (name: string, text: string): OwnerOutput =>
  spokeOutput(name, { [`out/${name}/x`]: text, [`out/${name}/deep/y`]: text });

function inputs(root: string): InputFile[] {
  return ['config/a.yaml', 'config/b.yaml'].flatMap((path) => {
    const found = disk.stat(join(root, path));
    return found === undefined ? [] : [{ ...found, path, hash: sha256(readFileSync(join(root, path))) }];
  });
}

/** As `build` does it. */
function build(root: string, outputs: readonly OwnerOutput[], kept?: Kept, since = Date.now()): void {
  const read = inputs(root);
  const comparison = compareOutput(disk, root, outputs, kept === undefined ? {} : { kept });
  expect(comparison.problems).toEqual([]);
  const tree = writeChanges(disk, root, comparison);
  if ('problem' in tree) throw new Error(tree.problem.message);
  const payloads = new Map([['a', Buffer.from('päyload')]]);
  const meta = { warnings: '[]' };
  saveState(disk, root, {
    since,
    compiler: 'c1',
    head: 'abc',
    inputs: read,
    tree,
    payloads,
    meta,
    ...(kept && { kept }),
  });
}

function built(...outputs: readonly OwnerOutput[]): string {
  return builtAt(Date.now(), ...outputs);
}

/** `since` 0: everything was written within the tick in which the build began, or later. */
function builtAt(since: number, ...outputs: readonly OwnerOutput[]): string {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { 'config/a.yaml': 'a: 1\n', 'config/b.yaml': 'b: 1\n' });
  build(root, outputs, undefined, since);
  return root;
}

function stateOf(root: string): StateData {
  const state = loadState(disk, root, 'c1');
  if (state === undefined) throw new Error('no state');
  return state;
}

const isUntouched = (root: string): boolean => isOutUntouched(disk, root, stateOf(root));
const drift = (root: string, found = inputs(root)): object => {
  const { changed, gone } = changedInputs(disk, root, stateOf(root), found);
  return { changed, gone };
};

describe('the state of the last build', () => {
  test('holds what was saved', () => {
    const state = stateOf(built(spoke('a', 'x')));
    expect(state).toMatchObject({ compiler: 'c1', head: 'abc', meta: { warnings: '[]' } });
    expect(Buffer.from(state.payloads.get('a') ?? []).toString()).toBe('päyload');
    expect(state.outputs.map(({ path, record, hash }) => [path, record, hash]).slice(0, 2)).toEqual([
      ['out/a/x', 'out/.wheelwright/spokes/a.json', sha256('x')],
      ['out/a/deep/y', 'out/.wheelwright/spokes/a.json', sha256('x')],
    ]);
    expect(state.folders.map(({ path }) => path).sort()).toEqual([
      'out',
      'out/.wheelwright',
      'out/.wheelwright/spokes',
      'out/a',
      'out/a/deep',
    ]);
  });

  test('says that nothing happened when nothing did', () => {
    const root = built(spoke('a', 'x'), spoke('b', 'x'));
    expect(isUntouched(root)).toBe(true);
    expect(drift(root)).toEqual({ changed: [], gone: [] });
  });

  test('of a fleet without output is one, too', () => {
    const root = built();
    expect(isUntouched(root)).toBe(true);
    mkdirSync(join(root, 'out'));
    expect(isUntouched(root)).toBe(false);
  });

  test.each([
    ['a changed file', (root: string) => writeTexts(root, { 'out/a/x': 'X' })],
    ['a longer file', (root: string) => writeTexts(root, { 'out/a/x': 'xx' })],
    ['a new file', (root: string) => writeTexts(root, { 'out/a/z': '' })],
    ['a new folder', (root: string) => mkdirSync(join(root, 'out/a/deep/z'))],
    ['a file that is gone', (root: string) => rmSync(join(root, 'out/a/deep/y'))],
    ['a record that is gone', (root: string) => rmSync(join(root, 'out/.wheelwright/spokes/a.json'))],
    ['out/ that is gone', (root: string) => rmSync(join(root, 'out'), { recursive: true })],
    ['a renamed folder', (root: string) => renameSync(join(root, 'out/a/deep'), join(root, 'out/a/deeper'))],
    [
      'a file with another content of the same size and time',
      (root: string) => {
        const { atime, mtime } = statSync(join(root, 'out/a/x'));
        writeFileSync(join(root, 'out/a/x'), 'X');
        utimesSync(join(root, 'out/a/x'), atime, mtime);
      },
    ],
  ])('reveals %s', (_, touch) => {
    const root = built(spoke('a', 'x'));
    touch(root);
    expect(isUntouched(root)).toBe(false);
  });

  test('looks at the content where only the time changed', () => {
    const root = built(spoke('a', 'x'));
    utimesSync(join(root, 'out/a/x'), 1, 1);
    utimesSync(join(root, 'out/a'), 1, 1);
    utimesSync(join(root, 'config/a.yaml'), 1, 1);
    expect(isUntouched(root)).toBe(true);
    expect(drift(root)).toEqual({ changed: [], gone: [] });
  });

  test('tells which inputs changed, came and went', () => {
    const root = built(spoke('a', 'x'));
    writeTexts(root, { 'config/a.yaml': 'a: 2\n' });
    expect(drift(root)).toEqual({ changed: ['config/a.yaml'], gone: [] });
    rmSync(join(root, 'config/b.yaml'));
    expect(drift(root)).toEqual({ changed: ['config/a.yaml'], gone: ['config/b.yaml'] });
    const found = inputs(root).map((input) => ({ ...input, path: 'config/new.yaml' }));
    expect(drift(root, found)).toEqual({
      changed: ['config/new.yaml'],
      gone: ['config/a.yaml', 'config/b.yaml'],
    });
  });

  test('does not trust a stamp that is as young as itself', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { 'config/a.yaml': 'a: 1\n' });
    // A clock that stands still: everything happens in one tick.
    const frozen = {
      ...disk,
      stat: (path: string) => {
        const found = disk.stat(path);
        return found && { ...found, mtimeMs: 5, ctimeMs: 5 };
      },
    };
    const read = inputs(root).map((input) => ({ ...input, mtimeMs: 5, ctimeMs: 5 }));
    const tree = { files: new Map(), folders: new Map() };
    saveState(frozen, root, { since: 5, compiler: 'c1', inputs: read, tree, payloads: new Map(), meta: {} });
    const state = loadState(frozen, root, 'c1') as StateData;
    expect(state.inputs.map(({ trusted }) => trusted)).toEqual([false]);
    expect(changedInputs(frozen, root, state, read)).toEqual({
      changed: [],
      gone: [],
      same: new Map([['config/a.yaml', sha256('a: 1\n')]]),
    });
    writeTexts(root, { 'config/a.yaml': 'a: 2\n' });
    expect(changedInputs(frozen, root, state, read).changed).toEqual(['config/a.yaml']);
  });
});

describe('trust in stamps', () => {
  const rewrite = (root: string, path: string, text: string): void => {
    const { atime, mtime } = statSync(join(root, path));
    writeFileSync(join(root, path), text);
    utimesSync(join(root, path), atime, mtime);
  };
  /** The state as a file system would have it whose clock ticks once in a long while: an edit leaves no trace in stamps. */
  const blind = (state: StateData): StateData => {
    const seen = (entries: StateData['inputs']) =>
      entries.map(({ path, hash, record, trusted, stamp }) => {
        const found = disk.stat(join(state.meta['root'] ?? '', path));
        return { path, hash, record, trusted, stamp: found ?? stamp };
      });
    return { ...state, inputs: seen(state.inputs), outputs: seen(state.outputs), folders: seen(state.folders) };
  };
  const edited = (root: string, path: string, text: string): StateData => {
    rewrite(root, path, text);
    const state = stateOf(root);
    return blind({ ...state, meta: { root } });
  };

  test('an input that changed within the tick in which it was listed is read again', () => {
    const root = builtAt(0, spoke('a', 'x'));
    expect(changedInputs(disk, root, edited(root, 'config/a.yaml', 'a: 2\n'), inputs(root)).changed).toEqual([
      'config/a.yaml',
    ]);
  });

  test('so is an output, and one that an earlier build wrote', () => {
    const root = builtAt(0, spoke('a', 'x'), spoke('b', 'x'));
    const kept = (): Kept => ({ state: stateOf(root), isKept: (record) => record.endsWith('/b.json') });
    expect(isOutUntouched(disk, root, edited(root, 'out/a/x', 'y'))).toBe(false);
    rewrite(root, 'out/a/x', 'x');
    build(root, [spoke('a', 'x')], kept(), 0);
    expect(isOutUntouched(disk, root, edited(root, 'out/b/x', 'y'))).toBe(false);
  });

  test('what the next build finds as it was is trusted from then on', () => {
    const root = builtAt(0, spoke('a', 'x'), spoke('b', 'x'));
    const later = Date.now() + 1000;
    expect(canTrustMore(stateOf(root), later)).toBe(true);
    build(root, [spoke('a', 'x')], { state: stateOf(root), isKept: (record) => record.endsWith('/b.json') }, later);
    const { inputs: read, outputs, folders } = stateOf(root);
    expect([...read, ...outputs, ...folders].every(({ trusted }) => trusted)).toBe(true);
    expect(canTrustMore(stateOf(root), later + 1000)).toBe(false);
  });
});

describe('owners that are kept', () => {
  const keepAllBut = (root: string, ...names: readonly string[]): Kept => ({
    state: stateOf(root),
    isKept: (record) => !names.some((name) => record.endsWith(`/${name}.json`)),
  });

  test('are neither read nor written, and the result is that of a build of all', () => {
    const root = built(spoke('a', 'x'), spoke('b', 'x'), spoke('c', 'x'));
    const { ino } = statSync(join(root, 'out/b/x'));
    build(root, [spoke('a', 'y'), spoke('d', 'y')], keepAllBut(root, 'a', 'c', 'd'));
    const clean = built(spoke('a', 'y'), spoke('b', 'x'), spoke('d', 'y'));
    expect(readTexts(root)).toEqual(readTexts(clean));
    expect(statSync(join(root, 'out/b/x')).ino).toBe(ino);
    expect(isUntouched(root)).toBe(true);
    const list = (state: StateData): string[] =>
      [...state.outputs, ...state.folders].map(({ path, hash }) => `${path} ${hash}`).sort();
    expect(list(stateOf(root))).toEqual(list(stateOf(clean)));
    writeTexts(root, { 'out/b/x': 'edited' });
    expect(isUntouched(root)).toBe(false);
  });

  test('must not lose a file to another owner', () => {
    const root = built(spoke('a', 'x'), spoke('b', 'x'));
    expect(() =>
      compareOutput(disk, root, [spokeOutput('a', { 'out/b/x': '' })], { kept: keepAllBut(root, 'a') }),
    ).toThrow('both out/.wheelwright/spokes/b.json and out/.wheelwright/spokes/a.json write out/b/x');
  });
});

describe('a state that cannot be relied on', () => {
  const path = '.wheelwright/state';

  test('of another compiler is ignored', () => {
    expect(loadState(disk, built(spoke('a', 'x')), 'c2')).toBeUndefined();
  });

  test('with any damage is ignored', () => {
    const root = built(spoke('a', 'x'));
    const bytes = readFileSync(join(root, path));
    for (let at = 0; at < bytes.length; at += 17) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(join(root, path), damaged);
      expect(loadState(disk, root, 'c1'), `byte ${at}`).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length += 31) {
      writeFileSync(join(root, path), bytes.subarray(0, length));
      expect(loadState(disk, root, 'c1'), `${length} bytes`).toBeUndefined();
    }
  });

  test('after a build that was killed is ignored', () => {
    const root = built(spoke('a', 'x'));
    writeTexts(root, { '.wheelwright/journal.json': '{}' });
    expect(loadState(disk, root, 'c1')).toBeUndefined();
  });

  test('that came with a copy of the repository is ignored', () => {
    const root = built(spoke('a', 'x'));
    const copy = temporaryRoot(onTestFinished);
    cpSync(root, copy, { recursive: true, preserveTimestamps: true });
    expect(loadState(disk, root, 'c1')).toBeDefined();
    expect(loadState(disk, copy, 'c1')).toBeUndefined();
  });

  test('is no error where it cannot be saved', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { '.wheelwright': '' });
    const tree = { files: new Map(), folders: new Map() };
    saveState(disk, root, { since: 0, compiler: 'c1', inputs: [], tree, payloads: new Map(), meta: {} });
    expect(readFileSync(join(root, '.wheelwright'), 'utf8')).toBe('');
    expect(loadState(disk, root, 'c1')).toBeUndefined();
  });
});
