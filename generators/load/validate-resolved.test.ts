import { expect, test } from 'vitest';
import { newDiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { CompleteKind } from '../model/file-kinds.ts';
import { positionAt } from '../source/source.ts';
import { locateIn, nearest } from '../yaml/strict/locate-in.ts';
import { parseYaml } from '../yaml/strict/parse-yaml.ts';
import { validateResolved } from './validate-resolved.ts';

function validated(kind: CompleteKind, text: string) {
  const source = { path: 'config/a.yaml', text };
  const find = locateIn(source);
  const log = newDiagnosticLog();
  const value = parseYaml(source).value as Readonly<Record<string, unknown>>;
  const before = structuredClone(value);
  const resolved = validateResolved(
    kind,
    { value, locate: (path, at) => ({ span: nearest(source, find, path, at) }) },
    log,
  );
  expect(value).toEqual(before);
  const problems = log.sorted().map(({ code, at, message, help }) => {
    const { line, column } = positionAt(source, at?.span?.start ?? 0);
    return `${code} ${line}:${column} | ${message} | ${help ?? ''}`;
  });
  return { value: resolved.value, problems };
}

test('what has no default is missing, at the map that lacks it', () => {
  const { problems } = validated('account', 'regions: [us-west-2]\n');
  expect(problems).toEqual([
    'schema/missing-field 1:1 | "id" is missing. | AWS account id; in quotes, or a leading zero is lost. It never changes. Example: id: "222222222222"',
  ]);
  const team = 'accounts: [a]\nquota: {}\nnamespaces: {}\nrepository:\n  url: https://example.com/a\n';
  expect(validated('team', team).problems).toEqual([
    'schema/missing-field 4:1 | "repository.path" is missing. | Folder for a spoke; may hold {spoke} and {environment}. Example: path: "deploy/{environment}/{spoke}"',
    'schema/missing-field 4:1 | "repository.revision" is missing. | Branch or tag, as a full reference.',
  ]);
});

test('defaults are written out, in entries of maps too', () => {
  const { value, problems } = validated('team', 'accounts: [a]\nquota: {pods: 1}\nnamespaces: {x: {}}\n');
  expect(problems).toEqual([]);
  expect(value).toMatchObject({ accounts: ['a'], quota: { pods: 1 }, namespaces: { x: { labels: {} } }, members: {} });
  expect(value['identity']).toMatchObject({ policies: [], actions: [] });
});
