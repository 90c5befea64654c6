import { describe, expect, test } from 'vitest';
import argocd from '../../../../delivery/argocd/index.ts';
import { vendoredKinds } from '../../../../disk/vendored-kinds.ts';
import { expandSpoke } from '../../../../expand/expand-spoke.ts';
import { flatten } from '../../../../expand/expanded-object.ts';
import type { Manifest } from '../../../../model/manifest.ts';
import { libraryKinds } from '../../../../owners/library.ts';
import type { RawSchema } from '../../../../schema/structural/structural-schema.ts';
import { type Path, valueAt } from '../../../../source/path.ts';
import { objectsIn } from '../../../../testing/delivered/objects-in.ts';
import { compileExampleFleet, filesOf } from '../../../../testing/example-fleet.ts';
import { repository } from '../../../../testing/repository.ts';
import type { EksClusterSpec } from './spec.ts';

const spokeText = (...lines: readonly string[]) =>
  ['environment: production', 'account: main', 'region: eu-west-1', ...lines].join('\n');

async function specIn(files: Readonly<Record<string, string>>): Promise<EksClusterSpec> {
  const { outputs = [], diagnostics } = await repository(files).compile();
  expect(diagnostics).toEqual([]);
  const [cluster] = objectsIn(filesOf(outputs).get('out/hubs/hub/spokes/blue/infrastructure/cluster.yaml') ?? '');
  return (cluster as unknown as { readonly spec: EksClusterSpec }).spec;
}

const specOf = (...lines: readonly string[]) => specIn({ 'config/spokes/blue.yaml': spokeText(...lines) });

describe('zones', () => {
  test('the control plane stays in two, whatever the network grows to', async () => {
    for (const azCount of [2, 3]) {
      const { controlPlaneAZs } = await specOf(`network: {cidr: 10.0.0.0/18, azCount: ${azCount}}`);
      expect(controlPlaneAZs).toEqual(['eu-west-1a', 'eu-west-1b']);
    }
  });

  test('node groups are in all of the network, or in those that they name', async () => {
    const { nodeGroups } = await specOf(
      'network: {cidr: 10.0.0.0/18}',
      'nodeGroups: {pinned: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, max: 1, azs: [eu-west-1c, eu-west-1b]}}',
    );
    expect(nodeGroups.map(({ name, azs }) => [name, azs])).toEqual([
      ['default', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
      ['pinned', ['eu-west-1b', 'eu-west-1c']],
    ]);
  });

  test('of a VPC that others own are not known', async () => {
    const subnets = '{private: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60712]}';
    const spec = await specOf(
      `network: {existing: {vpcId: vpc-0a1b2c3d4e5f60718, cidr: 10.0.0.0/18, subnets: ${subnets}}}`,
    );
    expect([spec.controlPlaneAZs, spec.nodeGroups[0]?.azs]).toEqual([[], []]);
    expect(spec.ownNetwork[0]).toMatchObject({
      cidr: '',
      nat: 'none',
      s3Endpoint: false,
      existing: { vpcID: 'vpc-0a1b2c3d4e5f60718', privateSubnets: [{ az: '' }, { az: '' }] },
    });
  });
});

describe('the endpoint', () => {
  test('lets in the hub and those who are named, each once', async () => {
    const { endpoint } = await specOf(
      'network: {cidr: 10.0.0.0/18}',
      'endpoint: {publicCidrs: [203.0.113.0/24, 198.51.100.10/32]}',
    );
    expect(endpoint).toEqual({ public: true, publicAccessCIDRs: ['198.51.100.10/32', '203.0.113.0/24'] });
  });

  test('lets in nobody where it is private', async () => {
    const { endpoint } = await specOf('network: {cidr: 10.0.0.0/18}', 'endpoint: {public: false, hubPath: peering}');
    expect(endpoint).toEqual({ public: false, publicAccessCIDRs: [] });
  });

  test('has the ranges of the time when it was public, and no others, once it is private', async () => {
    const { endpoint } = await specOf(
      'network: {cidr: 10.0.0.0/18}',
      'endpoint: {public: false, hubPath: peering, publicCidrs: [192.0.2.0/24], formerCidrs: [203.0.113.0/24]}',
    );
    expect(endpoint).toEqual({ public: false, publicAccessCIDRs: ['203.0.113.0/24'] });
  });
});

test('members of teams get no right but what RBAC gives to their groups', async () => {
  const { access } = await specIn({
    'config/teams/checkout.yaml':
      'accounts: [main]\nquota: {}\nnamespaces: {checkout: {}}\nmembers: {dev: {role: dev, access: edit}}\n',
    'config/spokes/blue.yaml': spokeText('network: {cidr: 10.0.0.0/18}', 'teams: [checkout]'),
  });
  expect(access.map(({ name, policyARN, kubernetesGroups }) => [name, policyARN, kubernetesGroups])).toEqual([
    ['admin-platform', 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', []],
    ['team-checkout-dev', '', ['checkout:edit']],
  ]);
});

/** Fields with a default that are not there: the API server would add them, and Git would never be what runs. */
function unsaid(value: unknown, schema: RawSchema, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.flatMap((item, index) => unsaid(item, items, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (Object.hasOwn(fields, name)) return unsaid(fields[name], property, `${path}.${name}`);
    return property.default === undefined ? [] : [`${path}.${name}`];
  });
}

test('instances leave nothing to defaults', async () => {
  const kinds = new Map(libraryKinds().map(({ kind, schema }) => [kind, schema.properties?.['spec'] ?? {}]));
  const instances = [...filesOf(await compileExampleFleet())]
    .filter(([path]) => /\/(infrastructure|networks\/.*)\/[^/]*\.yaml$/.test(path))
    .flatMap(([, text]) => objectsIn(text));
  expect(instances.length).toBeGreaterThan(5);
  expect(instances.flatMap(({ kind, spec }) => unsaid(spec, kinds.get(kind) ?? {}, kind))).toEqual([]);
  // So that a schema without defaults does not pass unseen.
  expect(unsaid({}, kinds.get('VPCNetwork') ?? {}, 'VPCNetwork')).toContain('VPCNetwork.nat');
});

describe('the cluster', () => {
  const nameOf = async (name: string, ...lines: readonly string[]) => {
    const text = spokeText('network: {cidr: 10.0.0.0/18}', ...lines);
    const { outputs = [], diagnostics } = await repository({
      'config/spokes/blue.yaml': undefined,
      [`config/spokes/${name}.yaml`]: text,
    }).compile();
    expect(diagnostics).toEqual([]);
    const units = argocd.deliver(filesOf(outputs));
    const expanded = expandSpoke(name, units, vendoredKinds());
    const objects = flatten(expanded === undefined ? [] : [expanded]).map(
      ({ object }) => object as unknown as Manifest,
    );
    const of = (kind: string, path: Path) =>
      objects.filter((object) => object.kind === kind).map((object) => valueAt(object, path));
    return {
      cluster: of('Cluster', ['spec', 'name']),
      logs: of('LogGroup', ['spec', 'name']),
      members: new Set(
        ['AccessEntry', 'Addon', 'Nodegroup', 'PodIdentityAssociation'].flatMap((kind) =>
          of(kind, ['spec', 'clusterName']),
        ),
      ),
      roles: of('Role', ['spec', 'name']),
      registered: of('Secret', ['stringData', 'name']),
      credentials: of('Secret', ['stringData', 'config']),
    };
  };

  test('has the name of its spoke', async () => {
    expect(await nameOf('blue')).toMatchObject({
      cluster: ['blue'],
      logs: ['/aws/eks/blue/cluster'],
      members: new Set(['blue']),
      roles: ['blue-cluster', 'blue-node', 'blue-pod-vpc-cni'],
      registered: ['blue'],
    });
  });

  test('or another in AWS, and there alone', async () => {
    const named = await nameOf('blue', 'cluster: {name: Legacy_2019}');
    expect(named).toMatchObject({
      cluster: ['Legacy_2019'],
      logs: ['/aws/eks/Legacy_2019/cluster'],
      members: new Set(['Legacy_2019']),
      roles: ['blue-cluster', 'blue-node', 'blue-pod-vpc-cni'],
      registered: ['blue'],
    });
    expect(named.credentials[0]).toContain('"clusterName":"Legacy_2019"');
  });

  test('begins with a digit as its spoke does, though the names of other resources cannot', async () => {
    expect(await nameOf('1st')).toMatchObject({
      cluster: ['1st'],
      members: new Set(['1st']),
      roles: ['n-1st-cluster', 'n-1st-node', 'n-1st-pod-vpc-cni'],
      registered: ['1st'],
    });
  });
});
