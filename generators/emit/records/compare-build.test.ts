import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { realDisk } from '../../disk/real-disk.ts';
import type { StateData } from '../../disk/state-file.ts';
import type { OwnerOutput } from '../../model/output.ts';
import { commitAll, git } from '../../testing/git.ts';
import { spokeOutput, temporaryRoot, writeTexts } from '../../testing/output-folder.ts';
import { compareOutput } from '../compare-output.ts';
import { type Kept, loadState, saveState } from '../state/build-state.ts';
import type { TreeComparison } from '../tree/compare-tree.ts';
import { writeChanges } from '../write-changes.ts';
import { compareBuild, compareWithBase } from './compare-build.ts';

const disk = realDisk();

const spoke = (name: string, region: string, lifecycle = 'active'): OwnerOutput =>
  spokeOutput(name, { [`out/${name}`]: region }, { region, lifecycle });

function comparison(root: string, ...outputs: readonly OwnerOutput[]): TreeComparison {
  return compareOutput(disk, root, outputs);
}

function build(root: string, ...outputs: readonly OwnerOutput[]): void {
  expect(writeChanges(disk, root, comparison(root, ...outputs))).not.toHaveProperty('problem');
}

/** A work tree (or a folder in one) with two spokes built and committed. */
function committed(folder = ''): string {
  const top = temporaryRoot(onTestFinished);
  const root = join(top, folder);
  mkdirSync(root, { recursive: true });
  git(top, 'init', '-q');
  build(root, spoke('a', 'west'), spoke('b', 'west'));
  commitAll(top);
  return root;
}

const codes = (problems: readonly Diagnostic[]): string[] =>
  problems.map(({ code, severity, at }) => `${severity} ${code} ${at?.span?.source.path}`);
const moved = [
  'error lifecycle/changed-region config/spokes/a.yaml',
  'error lifecycle/vanished out/.wheelwright/spokes/b.json',
];
const change = [spoke('a', 'east'), spoke('c', 'west')];
const compare = (root: string, ...outputs: readonly OwnerOutput[]): string[] =>
  codes(compareBuild(disk, root, comparison(root, ...outputs)).problems);
const against = (root: string, base: string, ...outputs: readonly OwnerOutput[]): string[] =>
  codes(compareWithBase(disk, root, base, comparison(root, ...outputs)));

describe('a build', () => {
  test('outside of Git is compared with what the last one wrote', () => {
    const root = temporaryRoot(onTestFinished);
    build(root, spoke('a', 'west'), spoke('b', 'west'));
    expect(compare(root, ...change)).toEqual(moved);
    expect(compare(root, spoke('a', 'west'), spoke('b', 'west', 'retiring'))).toEqual([]);
  });

  test('stops where Git has the commit but not what it says, as in a partial clone', () => {
    const root = committed();
    const [blob = ''] = git(root, 'rev-parse', 'HEAD:out/.wheelwright/spokes/b.json').split('\n');
    rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    expect(compare(root, ...change)).toEqual(['error lifecycle/unreadable-base undefined']);
  });

  test('stops where a folder of the commit is missing', () => {
    for (const lost of ['HEAD:out/.wheelwright', 'HEAD:out', 'HEAD^{tree}']) {
      const root = committed();
      const [tree = ''] = git(root, 'rev-parse', lost).split('\n');
      rmSync(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
      expect(compare(root, ...change)[0], lost).toEqual('error lifecycle/unreadable-base undefined');
      expect(against(root, 'HEAD', ...change), lost).toEqual(['error lifecycle/unreadable-base undefined']);
    }
  });

  test('is told when .git leads to the repository of another folder, and compared with what the last one wrote', () => {
    const other = committed();
    const root = temporaryRoot(onTestFinished);
    build(root, spoke('a', 'west'), spoke('b', 'west'));
    writeTexts(root, { '.git': `gitdir: ${other}/.git\n` });
    expect(compare(root, ...change)).toEqual(['warning lifecycle/unreadable-base undefined', ...moved]);
    expect(against(root, 'HEAD', ...change)).toEqual(['error lifecycle/unreadable-base undefined']);
  });

  test('knows the work trees of a repository for its own', () => {
    const root = join(temporaryRoot(onTestFinished), 'tree');
    git(committed(), 'worktree', 'add', '-q', root);
    expect(compare(root, ...change)).toEqual(moved);
  });

  test('before the first commit, too', () => {
    const root = temporaryRoot(onTestFinished);
    git(root, 'init', '-q');
    build(root, spoke('a', 'west'), spoke('b', 'west'));
    expect(compare(root, ...change)).toEqual(moved);
    writeTexts(root, { README: '' });
    git(root, 'add', 'README');
    git(root, 'commit', '-qm', 'x');
    expect(compare(root, ...change)).toEqual(moved);
  });

  test.each(['', 'platform/fleet'])('in Git (folder %j) is compared with the last commit', (folder) => {
    const root = committed(folder);
    expect(compare(root, ...change)).toEqual(moved);
    rmSync(join(root, 'out'), { recursive: true });
    expect(compare(root, ...change)).toEqual(moved);
  });

  test('may take back what was never committed', () => {
    const root = committed();
    build(root, spoke('a', 'west'), spoke('b', 'west', 'retiring'), spoke('new', 'west'));
    expect(compare(root, spoke('a', 'west'), spoke('b', 'west'), spoke('new', 'east'))).toEqual([]);
    expect(compare(root, spoke('a', 'west'), spoke('b', 'west'))).toEqual([]);
    expect(compare(root, spoke('a', 'west'), spoke('b', 'west', 'retired'))).toEqual([
      'error lifecycle/skipped-step config/spokes/b.yaml',
    ]);
  });

  test('is compared with what the last one wrote where Git is missing, and that is told', () => {
    const root = committed();
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    onTestFinished(() => {
      process.env['PATH'] = path;
    });
    expect(compare(root, ...change)).toEqual(['warning lifecycle/unreadable-base undefined', ...moved]);
  });

  test('says that a record of the last commit is broken, and goes on', () => {
    const root = committed();
    writeTexts(root, { 'out/.wheelwright/spokes/a.json': '{' });
    commitAll(root);
    expect(compare(root, ...change)).toEqual([
      'warning lifecycle/unreadable-base out/.wheelwright/spokes/a.json',
      'error lifecycle/vanished out/.wheelwright/spokes/b.json',
    ]);
  });

  test('runs nothing that the repository brings', () => {
    const root = committed();
    const trap = join(root, 'node_modules/.bin/git');
    writeTexts(root, { 'node_modules/.bin/git': '#!/bin/sh\ntouch "$0.ran"\nexit 1\n' });
    chmodSync(trap, 0o755);
    git(root, 'config', 'core.fsmonitor', trap);
    git(root, 'config', 'core.pager', trap);
    const path = process.env['PATH'] ?? '';
    process.env['PATH'] = `${join(root, 'node_modules/.bin')}:${path}`;
    onTestFinished(() => {
      process.env['PATH'] = path;
    });
    expect(compare(root, ...change)).toEqual(moved);
    expect(disk.stat(`${trap}.ran`)).toBeUndefined();
  });

  test('of some owners is compared in these, and in all when something was committed since', () => {
    const root = committed();
    const all = [spoke('a', 'west'), spoke('b', 'west')];
    const full = comparison(root, ...all);
    const tree = writeChanges(disk, root, full);
    if ('problem' in tree) throw new Error(tree.problem.message);
    const { head } = compareBuild(disk, root, full);
    expect(head).toMatch(/^[0-9a-f]{40}$/);
    saveState(disk, root, { since: 0, compiler: 'c', inputs: [], tree, payloads: new Map(), meta: {}, head });
    const kept: Kept = {
      state: loadState(disk, root, 'c') as StateData,
      isKept: (record) => record.endsWith('/b.json'),
    };
    const partial = (): string[] =>
      codes(compareBuild(disk, root, compareOutput(disk, root, [spoke('a', 'east')], { kept }), kept).problems);
    expect(partial()).toEqual(['error lifecycle/changed-region config/spokes/a.yaml']);
    // Somebody committed another b than the one that lies in out/.
    const elsewhere = temporaryRoot(onTestFinished);
    git(elsewhere, 'clone', '-q', root, 'clone');
    build(join(elsewhere, 'clone'), spoke('a', 'west'), spoke('b', 'east'));
    commitAll(join(elsewhere, 'clone'));
    git(root, 'fetch', '-q', join(elsewhere, 'clone'));
    git(root, 'update-ref', 'HEAD', 'FETCH_HEAD');
    expect(partial()).toEqual([
      'error lifecycle/changed-region config/spokes/a.yaml',
      'error lifecycle/changed-region out/.wheelwright/spokes/b.json',
    ]);
  });
});

describe('a base', () => {
  test.each([
    ['a branch', 'main'],
    ['a tag', 'v1'],
    ['a commit', 'HEAD~1'],
  ])('may be %s', (_, base) => {
    const root = committed();
    git(root, 'tag', 'v1');
    git(root, 'switch', '-qc', 'pull-request');
    rmSync(join(root, 'out'), { recursive: true });
    build(root, ...change);
    commitAll(root);
    expect(against(root, base, ...change)).toEqual(moved);
    expect(against(root, 'HEAD', ...change)).toEqual([]);
  });

  test('may be a folder, in which no link is followed', () => {
    const root = committed();
    const base = temporaryRoot(onTestFinished);
    build(base, spoke('a', 'south'));
    expect(against(root, base, ...change)).toEqual(['error lifecycle/changed-region config/spokes/a.yaml']);
    symlinkSync(join(root, 'out/.wheelwright/spokes/b.json'), join(base, 'out/.wheelwright/spokes/b.json'));
    expect(against(root, base, ...change)).toEqual(['error lifecycle/changed-region config/spokes/a.yaml']);
    rmSync(join(base, 'out/.wheelwright'), { recursive: true });
    symlinkSync(join(root, 'out/.wheelwright'), join(base, 'out/.wheelwright'));
    expect(against(root, base, ...change)).toEqual([]);
  });

  test('may have no records yet', () => {
    const root = committed();
    const base = temporaryRoot(onTestFinished);
    writeTexts(base, { 'config/config.yaml': '' });
    expect(against(root, base, ...change)).toEqual([]);
  });

  test.each(['nowhere', '--help', 'HEAD:out', 'a..b', 'v9', ''])('that does not exist (%j) is an error', (base) => {
    const root = committed();
    expect(compareWithBase(disk, root, base, comparison(root, ...change))).toMatchObject([
      {
        code: 'lifecycle/unknown-base',
        severity: 'error',
        message: `The base "${base}" is neither a folder with a copy of the repository nor a commit, branch or tag.`,
        help: 'In a shallow clone, fetch it first: `git fetch origin BRANCH`.',
      },
    ]);
  });

  test('is not the repository itself', () => {
    const root = committed();
    expect(compareWithBase(disk, root, `${root}/out/..`, comparison(root, ...change))).toMatchObject([
      { code: 'lifecycle/unknown-base', message: `The base "${root}/out/.." is the repository itself.` },
    ]);
  });

  test('outside of Git can only be a folder', () => {
    const root = temporaryRoot(onTestFinished);
    expect(compareWithBase(disk, root, 'main', comparison(root))).toMatchObject([
      { code: 'lifecycle/unknown-base', help: 'This is no Git repository: give a folder.' },
    ]);
  });

  test('of many records is read where it differs', () => {
    const root = temporaryRoot(onTestFinished);
    git(root, 'init', '-q');
    const fleet = Array.from({ length: 200 }, (_, index) => spoke(`s${index}`, 'west'));
    build(root, ...fleet);
    commitAll(root);
    expect(against(root, 'HEAD', ...fleet.slice(1, 199), spoke('s199', 'east'))).toEqual([
      'error lifecycle/changed-region config/spokes/s199.yaml',
      'error lifecycle/vanished out/.wheelwright/spokes/s0.json',
    ]);
  });
});
