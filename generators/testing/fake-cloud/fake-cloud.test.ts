import { describe, expect, test, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compile } from '../../compile.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import type { Rgd } from '../../model/rgd.ts';
import { newSession } from '../../session.ts';
import { filesOf } from '../example-fleet.ts';
import { smallRepository } from '../small-repository.ts';
import { fakeCloud, fakeKinds } from './fake-cloud.ts';

// A cloud is a folder in clouds/ and one in rgds/: here both are made up, and stand beside what is there.
vi.mock('../../clouds/registry.ts', async (original) => {
  const { clouds } = await original<typeof import('../../clouds/registry.ts')>();
  return { clouds: { ...clouds, camp: (await import('./fake-cloud.ts')).fakeCloud } };
});
// What people may write of it is part of the model.
const withFake = vi.hoisted(
  () => async (name: string) =>
    await (await import('../generated-with.ts')).generatedWith(name, {
      camp: (await import('./fake-cloud.ts')).fakeModel,
    }),
);
vi.mock('generated:complete-schemas', () => withFake('complete-schemas'));
vi.mock('generated:validators', () => withFake('validators'));
vi.mock('../../rgds/registry.ts', async (original) => {
  const { rgds } = await original<typeof import('../../rgds/registry.ts')>();
  const { fakeGraph } = await import('./fake-cloud.ts');
  return { rgds: { ...rgds, 'camp/v1/camp-cluster': fakeGraph, 'camp/v1/camp-fire': fireOf(fakeGraph) } };
});
// A graph of which only spokes with a tag have an instance.
const fireOf = vi.hoisted(() => (graph: Rgd): Rgd => {
  const { ofSpoke, facts: _facts, ...rest } = graph;
  return {
    ...rest,
    name: 'camp-fire',
    kind: 'CampFire',
    appliesTo: ({ tags }) => tags['fire'] === 'lit',
    ofSpoke(spoke, fleet, mark) {
      const instance = (ofSpoke as NonNullable<Rgd['ofSpoke']>)(spoke, fleet, mark);
      return { ...instance, file: 'fire.yaml', manifest: { ...instance.manifest, kind: 'CampFire' }, facts: {} };
    },
  };
});

const means = vendoredMeans();
const campMeans = { ...means, schemas: means.schemas.with(fakeKinds) };
const filesWith = (spoke: string, more: Readonly<Record<string, string>> = {}) => ({
  ...smallRepository,
  'config/accounts/meadow.yaml': 'cloud: camp\nid: "000000000042"\nregions: [eu-camp-1]\n',
  'config/spokes/tent.yaml': spoke,
  ...more,
});
const compiled = async (spoke: string, more: Readonly<Record<string, string>> = {}) =>
  await compile(filesInMemory(filesWith(spoke, more)), campMeans);

const tent = 'environment: production\naccount: meadow\nregion: eu-camp-1\nnetwork: {cidr: 10.1.0.0/18}\n';
const { outputs = [], diagnostics, fleet } = await compiled(tent);
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

test('a graph that not all spokes need is on hubs of which a spoke has an instance, and nowhere else', async () => {
  const grove = `${tent.replace('10.1', '10.2')}tags: {fire: lit}\n`;
  const session = newSession(
    campMeans,
    filesInMemory(filesWith(tent, { 'config/spokes/grove.yaml': tent.replace('10.1', '10.2') })),
  );
  const fires = async () => {
    const { outputs = [], diagnostics } = await session.compilation();
    expect(diagnostics).toEqual([]);
    const library = filesOf(outputs).get('out/hubs/hub/library/kustomization.yaml');
    return [
      library?.includes('/camp-fire'),
      [...filesOf(outputs).keys()].filter((path) => path.endsWith('/fire.yaml')),
    ];
  };
  expect(await fires()).toEqual([false, []]);
  session.edit(new Map([['config/spokes/tent.yaml', `${tent}tags: {fire: lit}\n`]]));
  expect(await fires()).toEqual([true, ['out/hubs/hub/spokes/tent/infrastructure/fire.yaml']]);
  session.edit(
    new Map([
      ['config/spokes/tent.yaml', tent],
      ['config/spokes/grove.yaml', grove],
    ]),
  );
  expect(await fires()).toEqual([true, ['out/hubs/hub/spokes/grove/infrastructure/fire.yaml']]);
  session.edit(new Map([['config/spokes/grove.yaml', tent.replace('10.1', '10.2')]]));
  expect(await fires()).toEqual([false, []]);
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

describe('what people write of one cloud alone', () => {
  const told = async (files: Readonly<Record<string, string>>) => {
    const { diagnostics: found, fleet } = await compiled(tent, files);
    return { fleet, messages: found.map(({ message, help, at }) => [at?.span?.source.path, message, help]) };
  };
  const inTent = (line: string) => told({ 'config/spokes/tent.yaml': `${tent}${line}\n` });
  const help = (cloud: string) => `Remove it here. A layer may say it: spokes of "${cloud}" do not read it there.`;

  test('is read in the file of a spoke and in layers', async () => {
    const production = 'camp: {gear: {rope: {}}}\nversions: {camp: {gear: {rope: "2"}}}\n';
    const { fleet, messages } = await told({
      'config/environments/production.yaml': production,
      'config/spokes/tent.yaml': `${tent}camp: {pitch: rock}\nnodeGroups: {default: {canvas: nylon}}\n`,
    });
    expect(messages).toEqual([]);
    expect(fleet?.spokes.get('tent')).toMatchObject({
      camp: { gear: { rope: {} }, pitch: 'rock' },
      versions: { camp: { gear: { rope: '2' } } },
      nodeGroups: { default: { canvas: 'nylon' } },
    });
    expect(fleet?.spokes.get('blue')).not.toHaveProperty('camp');
    expect(fleet?.spokes.get('blue')?.versions).not.toHaveProperty('camp');
  });

  test('is read in the files of accounts and hubs', async () => {
    const { fleet, messages } = await told({
      'config/accounts/meadow.yaml': 'cloud: camp\nid: "000000000042"\nregions: [eu-camp-1]\nfires: true\n',
    });
    expect(messages).toEqual([]);
    expect(fleet?.accounts.get('meadow')).toHaveProperty('fires', true);
    expect(fleet?.hubs.get('hub')?.versions).toHaveProperty('camp', '1.0.0');
  });

  test('is nothing to spokes of another, where a layer says it', () => {
    const { nodeGroups, versions, ...spoke } = fleet?.spokes.get('tent') ?? {};
    expect(spoke).not.toHaveProperty('eks');
    expect(versions).not.toHaveProperty('eks');
    expect(nodeGroups?.['default']).toEqual(expect.objectContaining({ min: 2, max: 6, canvas: 'cotton' }));
    expect(nodeGroups?.['default']).not.toHaveProperty('ami');
  });

  test('is refused in the file of a spoke of another', async () => {
    const file = 'config/spokes/tent.yaml';
    const refused = (path: string) => [
      file,
      `"${path}" is for spokes of cloud "aws", but account "meadow" is one of "camp".`,
      help('camp'),
    ];
    expect((await inTent('eks: {supportType: STANDARD}')).messages).toEqual([refused('eks')]);
    expect((await inTent('versions: {eks: {addons: {}}}')).messages).toEqual([refused('versions.eks')]);
    expect((await inTent('nodeGroups: {default: {ami: BOTTLEROCKET_x86_64}}')).messages).toEqual([
      refused('nodeGroups.default.ami'),
    ]);
    const blue = `${smallRepository['config/spokes/blue.yaml']}camp: {}\n`;
    expect((await told({ 'config/spokes/blue.yaml': blue })).messages).toEqual([
      [
        'config/spokes/blue.yaml',
        '"camp" is for spokes of cloud "camp", but account "main" is one of "aws".',
        help('aws'),
      ],
    ]);
  });

  test('is nothing to tell where nobody knows the cloud', async () => {
    const lost = `${tent.replace('meadow', 'medow')}camp: {}\n`;
    expect((await told({ 'config/spokes/tent.yaml': lost })).messages.map(([, message]) => message)).toEqual([
      expect.stringContaining('"medow" is no account.'),
    ]);
  });

  test('is judged by its cloud', async () => {
    expect((await inTent('nodeGroups: {default: {canvas: silk}}')).messages).toEqual([
      ['config/spokes/tent.yaml', expect.stringContaining('"silk"'), expect.stringContaining('cotton')],
    ]);
    // Nothing but the model of the other cloud requires an AMI.
    expect((await inTent('nodeGroups: {big: {max: 2}}')).messages).toEqual([]);
    const blue = `${smallRepository['config/spokes/blue.yaml']}nodeGroups: {big: {max: 2}}\n`;
    expect((await told({ 'config/spokes/blue.yaml': blue })).messages.map(([, message]) => message)).toEqual([
      '"nodeGroups.big.ami" is missing.',
      '"nodeGroups.big.instanceTypes" is missing.',
    ]);
  });
});
