import { describe, expect, test } from 'vitest';
import argocd from '../delivery/argocd/index.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { expandSpoke } from '../expand/expand-spoke.ts';
import { flatten } from '../expand/expanded-object.ts';
import { isMap, type PlainMap } from '../util/plain-map.ts';
import { filesOf } from './example-fleet.ts';
import { repository } from './repository.ts';

/** Names as long as they may be, in twos that differ at their very end. */
const twoOf = (kind: string, length = 40): readonly [string, string] => {
  const beginning = kind.padEnd(length - 1, '-long');
  return [`${beginning}1`, `${beginning}2`];
};
const [hub] = twoOf('hub');
const accounts = twoOf('account');
const networks = twoOf('network');
const teams = twoOf('team');
const applications = twoOf('application');
const groups = twoOf('group', 63);
const environment = twoOf('environment')[0];
const component = twoOf('component')[0];
const own = twoOf('0-own');
const shared = twoOf('shared');
const spokes = [...own, ...shared];

const accountFile = (id: string) => `id: "${id}"\nregions: [eu-west-1]\n`;
const networkFile = (cidr: string) =>
  `account: ${accounts[0]}\nregion: eu-west-1\ncidr: ${cidr}\nazCount: 3\nnat: per-az\n`;
const namespaceOf = (team: string) => `ns-${team}`;
const teamFile = (team: string, role: string) =>
  `accounts: [${accounts.join(', ')}]
quota: {pods: 20}
namespaces: {${namespaceOf(team)}: {}}
members: {${twoOf('member', 20).map((name, index) => `${name}: {role: ${role}-${index}, access: edit}`)}}
repository: {url: "https://github.com/acme/${role}", revision: refs/heads/main, path: deploy}
`;
const group = 'instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 1, max: 2';
const spokeFile = (network: string) =>
  `environment: ${environment}
account: ${accounts[0]}
region: eu-west-1
components: [${component}]
network: ${network}
nodeGroups: {${groups.map((name) => `${name}: {${group}}`).join(', ')}}
teams: [${teams.join(', ')}]
addons: {metricsServer: {}, storageClasses: {classes: {fast: {}}, default: fast}}
versions: {addons: {metricsServer: 3.13.1}, eks: {addons: {aws-ebs-csi-driver: v1.50.1-eksbuild.1}}}
eks: {addons: {aws-ebs-csi-driver: {}}}
applications:
  ${applications[0]}: {team: ${teams[0]}, namespace: ${namespaceOf(teams[0])}, base: web-service}
  ${applications[1]}:
    team: ${teams[1]}
    namespace: ${namespaceOf(teams[1])}
    chart: {repo: "oci://example.com/charts", name: web, version: 1.0.0}
`;

const { 'config/hubs/hub.yaml': hubFile = '' } = repository().files;
const fleet = repository({
  'config/hubs/hub.yaml': undefined,
  'config/accounts/main.yaml': undefined,
  'config/environments/production.yaml': undefined,
  'config/teams/checkout.yaml': undefined,
  'config/spokes/blue.yaml': undefined,
  [`config/hubs/${hub}.yaml`]: hubFile,
  [`config/accounts/${accounts[0]}.yaml`]: accountFile('222222222222'),
  [`config/accounts/${accounts[1]}.yaml`]: accountFile('333333333333'),
  [`config/networks/${networks[0]}.yaml`]: networkFile('10.1.0.0/18'),
  [`config/networks/${networks[1]}.yaml`]: networkFile('10.2.0.0/18'),
  [`config/teams/${teams[0]}.yaml`]: teamFile(teams[0], 'one'),
  [`config/teams/${teams[1]}.yaml`]: teamFile(teams[1], 'two'),
  [`config/environments/${environment}.yaml`]: '{}\n',
  [`config/components/${component}.yaml`]: '{}\n',
  [`config/spokes/${own[0]}.yaml`]: spokeFile('{cidr: 10.3.0.0/18}'),
  [`config/spokes/${own[1]}.yaml`]: spokeFile('{cidr: 10.4.0.0/18}'),
  [`config/spokes/${shared[0]}.yaml`]: spokeFile(`{use: ${networks[0]}}`),
  [`config/spokes/${shared[1]}.yaml`]: spokeFile(`{use: ${networks[1]}}`),
});
const { outputs = [], diagnostics } = await fleet.compile();
const units = argocd.deliver(filesOf(outputs));
const objects = spokes.flatMap((spoke) => {
  const expanded = expandSpoke(spoke, units, vendoredKinds());
  return expanded === undefined ? [] : flatten([expanded]).map((one) => ({ ...one, spoke }));
});

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
/** What expressions leave open until the cloud answers stands between these. */
const known = (value: unknown): value is string => typeof value === 'string' && !value.includes('‹');

/** Names in the cloud and in engines, with what bounds them; of an account the first three. */
const limits: readonly (readonly [kind: string, path: string, longest: number, count: number])[] = [
  ['Role', 'spec.name', 64, 4 * 4],
  ['Cluster', 'spec.name', 100, 4],
  ['Alias', 'spec.name', 256, 4],
  ['LogGroup', 'spec.name', 512, 4],
  ['Nodegroup', 'spec.name', 63, 4 * 3],
  ['Application', 'metadata.name', 63, 4 * 10],
  ['AppProject', 'metadata.name', 63, 4 * 3],
];

test('a fleet compiles with names as long as they may be', () => {
  expect(diagnostics).toEqual([]);
  expect(
    new Set([hub, ...accounts, ...networks, ...teams, ...applications, ...spokes].map((name) => name.length)),
  ).toEqual(new Set([40]));
  expect(objects.flatMap(({ notes }) => notes)).toEqual([]);
});

describe.each(limits)('the names of %s, %s', (kind, path, longest, count) => {
  const found = objects.filter(({ object }) => object['kind'] === kind);
  const names = found.map(({ object }) => at(object, path));

  test('are there, and known', () => {
    expect(names.every(known)).toBe(true);
    expect(names).toHaveLength(count);
  });

  test(`have at most ${longest} characters`, () => {
    expect(names.filter((name) => String(name).length > longest)).toEqual([]);
  });

  test('are those of one thing each', () => {
    // Node groups are those of their cluster.
    const keys = found.map(({ object }) => `${at(object, 'spec.clusterName') ?? ''} ${at(object, path)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('objects have names that Kubernetes takes, and each its own', () => {
  const keys = objects.map(({ object, cluster }) => {
    const { name, namespace = '' } = object['metadata'] as { readonly name: string; readonly namespace?: string };
    expect(name.length).toBeLessThanOrEqual(253);
    expect(namespace.length).toBeLessThanOrEqual(63);
    return [cluster, object['apiVersion'], object['kind'], namespace, name].join(' ');
  });
  expect(keys.length).toBeGreaterThan(200);
  expect(new Set(keys).size).toBe(keys.length);
});

test('values of labels, names of Helm releases and of roles of Terraform fit', () => {
  const labels = objects.flatMap(({ object }) => Object.values((at(object, 'metadata.labels') ?? {}) as PlainMap));
  expect(labels.filter((label) => String(label).length > 63)).toEqual([]);
  const releases = objects.map(({ object }) => at(object, 'spec.source.helm.releaseName')).filter(known);
  expect(releases).toHaveLength(4 * 2);
  expect(releases.filter((name) => name.length > 53)).toEqual([]);
  const { roles } = JSON.parse(filesOf(outputs).get(`out/terraform/hubs/${hub}/terraform.tfvars.json`) ?? '') as {
    readonly roles: Readonly<Record<string, string>>;
  };
  expect(Object.values(roles).filter((name) => name.length > 64)).toEqual([]);
  expect(new Set(Object.values(roles)).size).toBe(3);
});

test('people find a spoke by its own name, also where the names of its resources begin otherwise', () => {
  for (const spoke of spokes) {
    const secret = objects.find((one) => one.spoke === spoke && one.object['kind'] === 'Secret');
    expect(at(secret?.object, 'stringData.name')).toBe(spoke);
  }
});
