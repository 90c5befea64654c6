import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rules } from '../kro/rules/rules.ts';
import { commitAll, git } from '../testing/git.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { compareGraphs } from './compare-graphs.ts';

const described = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`);

describe('against a base', () => {
  const { before = '', bad: breaking } = rules['kro/breaking-change'];
  const { bad: replacing } = rules['kro/object-replaced'];
  const inLibrary = (graph: string) => graph.replace('name: example', 'name: of-the-library');
  const graphs = { 'hub/a.yaml': before, 'out/shared/kro-rgds/b.yaml': inLibrary(before) };
  const changed = { 'hub/moved/a.yaml': breaking, 'out/shared/kro-rgds/b.yaml': inLibrary(replacing) };
  const found = ['kro/breaking-change hub/moved/a.yaml', 'kro/object-replaced out/shared/kro-rgds/b.yaml'];

  function compare(root: string, base: string): readonly string[] {
    return described(compareGraphs(root, base));
  }

  test('that is a folder, changes are found by the names of graphs', () => {
    const [base, root] = [temporaryRoot(onTestFinished), temporaryRoot(onTestFinished)];
    writeTexts(base, graphs);
    writeTexts(root, changed);
    expect(compare(root, base)).toEqual(found);
    writeTexts(root, { 'hub/moved/a.yaml': graphs['hub/a.yaml'] });
    expect(compare(root, base)).toEqual(found.slice(1));
  });

  test('that is a commit, as well, also where the fleet is a folder of a larger repository', () => {
    const top = temporaryRoot(onTestFinished);
    const root = join(top, 'fleet');
    mkdirSync(root);
    writeTexts(root, graphs);
    git(top, 'init', '-q');
    commitAll(top);
    rmSync(join(root, 'hub'), { recursive: true });
    writeTexts(root, changed);
    expect(compare(root, 'HEAD')).toEqual(found);
    commitAll(top);
    expect(compare(root, 'HEAD')).toEqual([]);
  });

  test('whose graphs Git has not got, it says so', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, graphs);
    git(root, 'init', '-q');
    commitAll(root);
    const blob = git(root, 'rev-parse', 'HEAD:hub/a.yaml').trim();
    rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    writeTexts(root, { 'hub/a.yaml': breaking });
    expect(compare(root, 'HEAD')).toEqual(['lifecycle/unreadable-base undefined']);
  });

  test('a file of which is larger than any in the work tree, it says so and compares the others', () => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, { ...graphs, 'hub/a.yaml': `${graphs['hub/a.yaml']}#${'a'.repeat(4 * 1024 * 1024)}` });
    git(root, 'init', '-q');
    commitAll(root);
    rmSync(join(root, 'hub'), { recursive: true });
    writeTexts(root, changed);
    const diagnostics = compareGraphs(root, 'HEAD');
    expect(described(diagnostics)).toEqual(['lifecycle/unreadable-base HEAD:hub/a.yaml', ...found.slice(1)]);
    expect(diagnostics.map(({ message }) => message)).toContain('"hub/a.yaml" has more than 4 MiB.');
  });

  test('that is a folder of which a file cannot be read, it says so and compares the others', () => {
    const [base, root] = [temporaryRoot(onTestFinished), temporaryRoot(onTestFinished)];
    writeTexts(base, graphs);
    writeFileSync(join(base, 'hub/a.yaml'), Buffer.from([0xff, 0xfe, 0xfd]));
    writeTexts(root, changed);
    expect(compare(root, base)).toEqual([`lifecycle/unreadable-base ${base}/hub/a.yaml`, ...found.slice(1)]);
  });
});
