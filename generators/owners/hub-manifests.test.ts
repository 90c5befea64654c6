import { expect, test } from 'vitest';
import { exampleGraph } from '../checks/example-graph.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import { filesInMemory } from '../load/files-in-memory.ts';
import { newSession } from '../session.ts';
import { filesOf } from '../testing/example-fleet.ts';
import { type Files, repository } from '../testing/repository.ts';

const listing = (lines: string): Files => ({
  'config/hubs/hub.yaml': `${repository().files['config/hubs/hub.yaml']}${lines}\n`,
});
const object = (kind: string, name: string, more = '') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}${more}}\n`;

async function told(files: Files) {
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, at, message }) => [code, at?.span?.source.path, message]);
}

test('a folder with a kustomization is delivered as it is, and what no hub lists is not delivered', async () => {
  const { outputs, diagnostics } = await repository({
    ...listing('manifests: [alerts]'),
    'hub/manifests/alerts/kustomization.yaml': 'resources: [namespace.yaml]\n',
    'hub/manifests/alerts/namespace.yaml': object('Namespace', 'alerts'),
    'hub/manifests/alerts/old.yaml': object('Namespace', 'old'),
    'hub/manifests/other/namespace.yaml': object('Namespace', 'other'),
  }).compile();
  expect(diagnostics).toEqual([]);
  const files = filesOf(outputs ?? []);
  expect([...files.keys()].filter((path) => path.includes('/manifests/'))).toEqual([
    'out/hubs/hub/manifests/alerts/kustomization.yaml',
    'out/hubs/hub/manifests/alerts/namespace.yaml',
    'out/hubs/hub/manifests/alerts/old.yaml',
  ]);
  expect(files.get('out/hubs/hub/manifests/alerts/kustomization.yaml')).toBe('resources: [namespace.yaml]\n');
});

test('a folder is built once, until a file of it changes', async () => {
  const path = 'hub/manifests/alerts/all.yaml';
  const { files } = repository({ ...listing('manifests: [alerts]'), [path]: object('Namespace', 'alerts') });
  const session = newSession(vendoredMeans(), filesInMemory(files));
  const built = async () => (await session.compilation()).fleet?.manifests.get('alerts')?.built();
  const first = await built();
  session.edit(new Map([['config/spokes/blue.yaml', `${files['config/spokes/blue.yaml']}tags: {team: blue}\n`]]));
  expect(first?.objects).toHaveLength(1);
  expect(await built()).toBe(first);
  session.edit(new Map([[path, object('Namespace', 'alarms')]]));
  expect((await built())?.objects).toMatchObject([{ metadata: { name: 'alarms' } }]);
});

test('what kustomize or the API server would refuse is told at its line', async () => {
  const alerts = (text: string) => ({ ...listing('manifests: [alerts]'), 'hub/manifests/alerts/all.yaml': text });
  expect(await told(alerts(object('ConfigMap', 'rules')))).toEqual([
    ['output/manifest', 'hub/manifests/alerts/all.yaml', expect.stringContaining('namespace')],
  ]);
  expect(await told(alerts(object('ConfigMapp', 'rules', ', namespace: default')))).toEqual([
    [
      'output/manifest',
      'hub/manifests/alerts/all.yaml',
      expect.stringContaining('Kubernetes has no kind "v1/ConfigMapp". Did you mean "v1/ConfigMap"?'),
    ],
  ]);
  expect(
    await told({
      ...listing('manifests: [alerts]'),
      'hub/manifests/alerts/kustomization.yaml': 'resources: [../../graphs/secret.yaml]\n',
      'hub/graphs/secret.yaml': object('Namespace', 'x'),
    }),
  ).toEqual([['kustomize/refused', 'hub/manifests/alerts/kustomization.yaml', expect.any(String)]]);
});

test('a graph among manifests is sent to where kro gets its rights', async () => {
  const text = exampleGraph('x', 'X');
  expect(await told({ ...listing('manifests: [alerts]'), 'hub/manifests/alerts/x.yaml': text })).toContainEqual([
    'output/manifest',
    'hub/manifests/alerts/x.yaml',
    'ResourceGraphDefinition "x" is a graph, which kro has no rights for here.',
  ]);
});
