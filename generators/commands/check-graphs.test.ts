import { expect, onTestFinished, test } from 'vitest';
import { rules } from '../kro/rules/rules.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { checkGraphs } from './check-graphs.ts';

const { good, bad } = rules['kro/unknown-graph-field'];

function check(files: Readonly<Record<string, string>>): readonly string[] {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, files);
  return checkGraphs(root).map(({ code, at }) => `${code} ${at?.span?.source.path}`);
}

test('the library has no problems', () => {
  expect(check({})).toEqual([]);
});

test('graphs that people keep in hub/ and spokes/ are checked, and may use kinds of the library', () => {
  const own = good.replace(
    '          apiVersion: v1\n          kind: ConfigMap',
    '          apiVersion: kro.run/v1alpha1\n          kind: VPCNetwork',
  );
  expect(check({ 'hub/graphs/a.yaml': good, 'elsewhere/b.yaml': bad })).toEqual([]);
  expect(check({ 'spokes/a.yaml': bad })).toEqual(['kro/unknown-graph-field spokes/a.yaml']);
  expect(check({ 'hub/a.yaml': own })).not.toContain('kro/unknown-kind hub/a.yaml');
});

test('instances are held against the CRD of their graph', () => {
  const instance = 'apiVersion: kro.run/v1alpha1\nkind: VPCNetwork\nmetadata: {name: a}\nspec: {nam: b}\n';
  expect(check({ 'hub/networks/a.yaml': instance })).toContain('kro/instance hub/networks/a.yaml');
});
