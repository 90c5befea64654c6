import { library } from 'generated:library';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { exampleGraph, resourceOf } from '../kro/rules/example-graph.ts';
import { rules } from '../kro/rules/rules.ts';
import { everyGraph } from '../rgds/library.ts';
import { repository } from '../testing/repository.ts';
import { widgetCrd } from '../testing/widget-crd.ts';

const { good, bad } = rules['kro/unknown-graph-field'];

/** The rights of kro are looked at by a test of their own. */
const described = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ code }) => code !== 'kro/missing-rights')
    .map(({ code, at }) => `${code} ${at?.span?.source.path}`);

const judged = async (files: Readonly<Record<string, string>>) => (await repository(files).compile()).diagnostics;
const check = async (files: Readonly<Record<string, string>>) => described(await judged(files));

const graphWith = (apiVersion: string, kind: string) =>
  exampleGraph({
    resources: resourceOf('one', `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: "\${schema.spec.name}"}`),
  });

test('graphs that people keep in hub/ and spokes/ are checked, and may use kinds of the library', async () => {
  expect(await check({ 'hub/graphs/a.yaml': good, 'elsewhere/b.yaml': bad })).toEqual([]);
  expect(await check({ 'spokes/a.yaml': bad })).toEqual(['kro/unknown-graph-field spokes/a.yaml']);
  expect(await check({ 'hub/a.yaml': graphWith('kro.run/v1alpha1', 'VPCNetworks') })).toContain(
    'kro/unknown-kind hub/a.yaml',
  );
  expect(await check({ 'hub/a.yaml': graphWith('kro.run/v1alpha1', 'VPCNetwork') })).not.toContain(
    'kro/unknown-kind hub/a.yaml',
  );
});

test('the library is there as it was judged when the compiler was bundled', async () => {
  expect(library.map(({ crd }) => crd.spec.names.kind).sort()).toEqual(everyGraph.map(({ kind }) => kind).sort());
  const twice = exampleGraph({ head: 'kind: VPCNetwork' });
  const [same] = (await judged({ 'hub/a.yaml': twice })).filter(({ code }) => code === 'kro/same-kind');
  expect(same?.message).toBe('The kind "VPCNetwork" of group "kro.run" is made by graph "vpc-network" already.');
  const instance = 'apiVersion: kro.run/v1alpha1\nkind: VPCNetwork\nmetadata: {name: a}\nspec: {cidr: 7}\n';
  expect(await check({ 'hub/a.yaml': instance })).toContain('kro/instance hub/a.yaml');
});

test('a file of hub/graphs that cannot be read is told, though no hub lists it', async () => {
  expect(await check({ 'hub/graphs/a.yaml': 'a: [' })).toEqual(['kro/yaml hub/graphs/a.yaml']);
});

test('a kind of which the CRD is in the same folders is known', async () => {
  const graph = graphWith('example.com/v1', 'Widget');
  expect(await check({ 'hub/a.yaml': graph })).toContain('kro/unknown-kind hub/a.yaml');
  expect(await check({ 'hub/a.yaml': graph, 'hub/crds/widget.json': JSON.stringify(widgetCrd) })).toEqual([]);
});

test('graphs in hub/ come with the rights that kro needs for them', async () => {
  const missing = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await judged(files)).map(({ code, message }) => `${code}: ${message}`);
  const { good: granted, bad: notGranted, role = '' } = rules['kro/missing-rights'];
  expect(await missing({ 'hub/a.yaml': granted, 'hub/role.yaml': role })).toEqual([]);
  expect(await missing({ 'hub/a.yaml': notGranted, 'hub/role.yaml': role })).toEqual([
    'kro/missing-rights: kro may not get, list, watch, patch, create, delete services.',
  ]);
  expect(await missing({ 'hub/a.yaml': granted, 'hub/role.yaml': role.replace('aggregate-to', 'for') })).toEqual([
    'kro/missing-rights: kro may not get, list, watch, patch examples and get, patch, update examples/status and update examples/finalizers of "kro.run".',
  ]);
  const usesNetwork = graphWith('kro.run/v1alpha1', 'VPCNetwork');
  expect(await missing({ 'hub/a.yaml': usesNetwork, 'hub/role.yaml': role })).toEqual([]);
  expect(await missing({ 'spokes/a.yaml': granted })).toEqual([]);
});

test('instances are held against the CRD of their graph', async () => {
  const instance = 'apiVersion: kro.run/v1alpha1\nkind: VPCNetwork\nmetadata: {name: a}\nspec: {nam: b}\n';
  expect(await check({ 'hub/networks/a.yaml': instance })).toContain('kro/instance hub/networks/a.yaml');
});

test('what is wrong is told beside what is wrong with the configuration, and nothing is made', async () => {
  const { diagnostics, outputs } = await repository({
    'hub/a.yaml': bad,
    'config/teams/checkout.yaml': 'namespaces: 1\n',
  }).compile();
  expect(outputs).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('kro/unknown-graph-field');
  expect(diagnostics.map(({ at }) => at?.span?.source.path)).toContain('config/teams/checkout.yaml');
});
