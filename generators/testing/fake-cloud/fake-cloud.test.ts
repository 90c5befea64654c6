import { expect, test, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compile } from '../../compile.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import { filesOf } from '../example-fleet.ts';
import { smallRepository } from '../small-repository.ts';
import { fakeCloud, fakeKinds } from './fake-cloud.ts';

// A cloud is a folder in clouds/ and one in rgds/: here both are made up, and stand beside what is there.
vi.mock('../../clouds/registry.ts', async (original) => {
  const { clouds } = await original<typeof import('../../clouds/registry.ts')>();
  return { clouds: { ...clouds, camp: (await import('./fake-cloud.ts')).fakeCloud } };
});
vi.mock('../../rgds/registry.ts', async (original) => {
  const { rgds } = await original<typeof import('../../rgds/registry.ts')>();
  return { rgds: { ...rgds, 'camp/v1/camp-cluster': (await import('./fake-cloud.ts')).fakeGraph } };
});

const means = vendoredMeans();
const campMeans = { ...means, schemas: means.schemas.with(fakeKinds) };
const compiled = async (spoke: string) =>
  await compile(
    filesInMemory({
      ...smallRepository,
      'config/accounts/meadow.yaml': 'cloud: camp\nid: "000000000042"\nregions: [eu-camp-1]\n',
      'config/spokes/tent.yaml': spoke,
    }),
    campMeans,
  );

const tent = 'environment: production\naccount: meadow\nregion: eu-camp-1\nnetwork: {cidr: 10.1.0.0/18}\n';
const { outputs = [], diagnostics } = await compiled(tent);
const files = filesOf(outputs);
const objectsIn = (path: string) => parseAllDocuments(files.get(path) ?? '').map((one) => one.toJS());

test('a spoke stands in the cloud of its account, which the library of that cloud makes', () => {
  expect(diagnostics).toEqual([]);
  expect(objectsIn('out/hubs/hub/spokes/tent/infrastructure/cluster.yaml')).toMatchObject([
    { kind: 'CampCluster', metadata: { namespace: 'spoke-tent' }, spec: { version: '1.35' } },
  ]);
  expect(
    [...files].filter(([path, text]) => path.includes('tent') && /aws|eks/i.test(text)).map(([path]) => path),
  ).toEqual([]);
});

test('its graph says what the family of its controllers says: readiness, faults, tags, what becomes of the real thing', () => {
  const [graph] = objectsIn('out/shared/kro-rgds/camp/v1/camp-cluster/graph.yaml');
  const [, node] = graph.spec.resources;
  expect(node.readyWhen).toEqual(['${tent.?status.?stands.orValue(false)}']);
  expect(node.template.spec.tags).toBe('${schema.spec.tags}');
  expect(node.template.metadata.annotations).toEqual({ 'camp.example/on-leaving': '${schema.spec.deletionPolicy}' });
  expect(graph.spec.schema.status.terminal.tent).toContain('c.type == "Torn"');
});

test('the hub gets the controllers of its clouds, what they read, and their graphs beside each other', () => {
  const names = objectsIn('out/hubs/hub/addons/namespaces.yaml').map(({ metadata }) => metadata.name);
  expect(names).toEqual(['ack-system', 'camp-system', 'kro-system']);
  expect(objectsIn('out/hubs/hub/addons/camp.yaml')).toMatchObject([{ kind: 'ConfigMap', data: { hub: 'hub' } }]);
  const [library] = objectsIn('out/hubs/hub/library/kustomization.yaml');
  expect(library.resources.filter((path: string) => path.includes('/camp/'))).toHaveLength(1);
  expect([...files.values()].some((text) => text.includes('chart: camp\n'))).toBe(true);
});

test('namespaces on the hub are tied to the account in its words, and so is what Terraform gets', () => {
  const [namespace] = objectsIn('out/hubs/hub/accounts/meadow/tent.yaml');
  expect(namespace.metadata.annotations).toMatchObject({
    'camp.example/ground': '000000000042',
    'camp.example/field': 'eu-camp-1',
  });
  expect(JSON.parse(files.get('out/terraform/accounts/meadow/terraform.tfvars.json') ?? '')).toEqual({
    ground: '000000000042',
  });
});

test('what must not change of a cluster is among the facts of its spoke', () => {
  const owner = outputs.find((one) => one.owner.kind === 'spoke' && one.owner.name === 'tent');
  expect(owner?.facts).toMatchObject({ tent: '1.35', region: 'eu-camp-1' });
});

test('regions, zones and versions are those of the cloud', async () => {
  const told = async (...lines: readonly string[]) =>
    (
      await compiled(tent.replace('network: {cidr: 10.1.0.0/18}\n', lines.map((line) => `${line}\n`).join('')))
    ).diagnostics.map(({ message }) => message);
  expect(await told('network: {cidr: 10.1.0.0/18, azs: [eu-camp-1a, eu-west-1a]}')).toEqual([
    expect.stringContaining('"eu-west-1a" is no zone of region "eu-camp-1".'),
  ]);
  expect(await told('network: {cidr: 10.1.0.0/18}', 'versions: {kubernetes: "1.34"}')).toContainEqual(
    '"1.34" is no Kubernetes version that Tents offers; it offers 1.35.',
  );
});

test('its checks judge its own spokes, and no others', async () => {
  const { good, bad } = fakeCloud.checks['camp/left-behind'] ?? { good: {}, bad: {} };
  const told = async (files: Readonly<Record<string, string>>) => {
    const others = {
      'config/spokes/blue.yaml': `${smallRepository['config/spokes/blue.yaml']}deletionPolicy: retain\n`,
    };
    const compilation = await compile(filesInMemory({ ...smallRepository, ...others, ...files }), campMeans);
    return compilation.diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`);
  };
  expect(await told(good)).toEqual([]);
  expect(await told(bad)).toEqual(['camp/left-behind config/spokes/tent.yaml']);
});
