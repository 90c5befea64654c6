import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clusterFile, layeredRepository } from '../../testing/layered-repository.ts';
import { readTexts, temporaryRoot, writeTexts } from '../../testing/output-folder.ts';
import { runCli } from '../../testing/run-cli.ts';

interface Note {
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

const root = temporaryRoot((clean) => afterAll(clean));

beforeAll(async () => {
  writeTexts(root, layeredRepository);
  expect(await runCli(['build', '--root', root])).toMatchObject({ exit: 0 });
});

/** The notes at the file by `build`, as `message: file:line:column`, after a text in it was replaced. `check` must agree. */
async function notesAfter(path: string, from: string, to: string): Promise<readonly string[]> {
  const text = readTexts(root)[path] ?? '';
  expect(text).toContain(from);
  const edited = text.replace(from, to);
  writeTexts(root, { [path]: edited });
  const [built, checked] = [await notesOf('build'), await notesOf('check')];
  expect(checked).toEqual(built);
  expect(readTexts(root)[path]).toBe(edited);
  writeTexts(root, { [path]: text });
  return built.map(({ message, file, line, column }) =>
    file === null ? message : `${message}: ${file}:${line}:${column}`,
  );
}

async function notesOf(command: string, files = 1): Promise<readonly Note[]> {
  const { out } = await runCli([command, '--root', root, '--format', 'json']);
  const told = JSON.parse(out);
  const problems: readonly { readonly code: string; readonly notes: readonly Note[] }[] = told.diagnostics ?? told;
  expect(problems.map(({ code }) => code)).toEqual(Array(files).fill('out/edited-file'));
  return problems.flatMap(({ notes }) => notes);
}

describe('where the change of a generated file belongs', () => {
  test('is the line of the spoke that makes the first changed line', async () => {
    expect(await notesAfter(clusterFile('amber'), 'max: 3', 'max: 30')).toEqual([
      'the same change belongs here: config/spokes/amber.yaml:5:1',
    ]);
  });

  test('is the line of a layer where the spoke does not say it itself', async () => {
    expect(
      await notesAfter(clusterFile('amber'), 'tags:\n    environment: staging', 'tags:\n    environment: mine'),
    ).toEqual(['the same change belongs here: config/environments/staging.yaml:2:1']);
    expect(await notesAfter(clusterFile('green'), 'max: 6', 'max: 60')).toEqual([
      'the same change belongs here: config/config.yaml:21:5',
    ]);
  });

  test('is the authored file where that is copied', async () => {
    expect(await notesAfter('out/shared/bases/web-service/deployment.yaml', 'replicas: 2', 'replicas: 3')).toEqual([
      'the same change belongs here: spokes/bases/web-service/deployment.yaml:5:3',
    ]);
  });

  test('is nowhere for what comes with Wheelwright', async () => {
    expect(await notesAfter('out/shared/kro-rgds/aws/v1/vpc-network/rights.yaml', 'ClusterRole', 'Role')).toEqual([
      'it comes with Wheelwright, and no line of the configuration makes it',
    ]);
  });

  test('is the file of the owner where lines were added, and none was changed', async () => {
    expect(await notesAfter(clusterFile('amber'), 'metadata:\n', 'metadata:\n  generation: 3\n')).toEqual([
      'the same change belongs here: config/spokes/amber.yaml:1:1',
    ]);
  });

  test('is said of a default that nobody set', async () => {
    expect(await notesAfter(clusterFile('amber'), 'logRetentionDays: 90', 'logRetentionDays: 91')).toEqual([
      'it comes from the default of `eks.logging.retentionDays`, which may be set here: config/spokes/amber.yaml:1:1',
    ]);
  });

  test('is looked up for the first five files; of others it is the file of the owner', async () => {
    const before = readTexts(root);
    const paths = Object.keys(before)
      .filter((path) => /\/(amber|blue|green)\/(argocd\/applications|infrastructure\/cluster)\.yaml$/.test(path))
      .toSorted();
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const edited = (before[path] ?? '').replace(/targetRevision: .*|max: \d/, (found) => `${found}0`);
      writeTexts(root, { [path]: edited });
    }
    expect((await notesOf('check', 6)).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'config/config.yaml:5',
      'config/spokes/amber.yaml:5',
      'config/config.yaml:5',
      'config/config.yaml:21',
      'config/config.yaml:5',
      'config/spokes/green.yaml:1',
    ]);
    for (const path of paths) writeTexts(root, { [path]: before[path] ?? '' });
  });
});
