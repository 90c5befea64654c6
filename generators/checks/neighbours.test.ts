import { expect, test } from 'vitest';
import { type Files, repository } from '../testing/repository.ts';
import { exampleHub, exampleSpoke } from './example-files.ts';

async function found(files: Files): Promise<readonly string[]> {
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

const green = (...lines: readonly string[]): Files => ({
  'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', ...lines),
});

const addon = (name: string, version: string, kubernetes = '1.35') =>
  found(
    green(
      `versions: {kubernetes: "${kubernetes}", eks: {addons: {${name}: ${version}}}}`,
      `eks: {addons: {${name}: {}}}`,
    ),
  );

test('kube-proxy is never newer than Kubernetes, and at most three minor versions older', async () => {
  const proxy = (version: string, kubernetes: string) => addon('kube-proxy', `${version}-eksbuild.1`, kubernetes);
  expect(await proxy('v1.36.0', '1.34')).toEqual([
    'eks/addon-version: kube-proxy "v1.36.0-eksbuild.1" is newer for Kubernetes "1.34" of spoke "green".',
  ]);
  expect(await proxy('v1.31.5', '1.35')).toEqual([
    'eks/addon-version: kube-proxy "v1.31.5-eksbuild.1" is too old for Kubernetes "1.35" of spoke "green".',
  ]);
  expect(await proxy('v1.32.5', '1.35')).toEqual([]);
  expect(await proxy('v1.36.0', '1.36')).toEqual([]);
});

test('a major version that nobody has seen is refused, a newer minor one is not', async () => {
  expect(await addon('aws-ebs-csi-driver', 'v9.99.0-eksbuild.1')).toEqual([
    'eks/addon-version: There is no version "v9.99.0-eksbuild.1" of the EKS add-on "aws-ebs-csi-driver": the newest that is known begins with "v1".',
  ]);
  expect(await addon('aws-ebs-csi-driver', 'v1.99.0-eksbuild.1')).toEqual([]);
  expect(await addon('snapshot-controller', 'v8.9.0-eksbuild.1')).toEqual([]);
});

test('kro and the controllers are at least what the library needs', async () => {
  const hub = (versions: string) => ({ 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', `versions: {${versions}}`) });
  expect(await found(hub('kro: 0.1.0'))).toEqual([
    'versions/too-old: kro "0.1.0" is older than "0.9.0", the first that the library works with.',
  ]);
  expect(await found(hub('ack: {eks: 1.9.3}'))).toEqual([
    'versions/too-old: The ACK controller of "eks" "1.9.3" is older than "1.9.4", the first that the library works with.',
  ]);
  expect(await found(hub('kro: 0.10.0, ack: {eks: 1.10.0}'))).toEqual([]);
});

test('EKS add-ons of AWS are known, others are let through with a word', async () => {
  expect(await addon('aws-efs-csi-driver', 'v3.0.0-eksbuild.1')).toEqual([]);
  expect(await addon('amazon-cloudwatch-observability', 'v4.0.0-eksbuild.1')).toEqual([]);
  expect(await addon('kubecost_kubecost', 'v2.0.0-eksbuild.1')).toEqual([
    'eks/marketplace-addon: The library cannot make the EKS add-on "kubecost_kubecost": its name fits no Kubernetes object.',
  ]);
  expect(await addon('aws-xyz-csi-driver', 'v1.0.0-eksbuild.1')).toEqual([
    'eks/unlisted-addon: "aws-xyz-csi-driver" is no EKS add-on that is known here: it is made after the nodes, and gets no rights.',
  ]);
  expect(await addon('aws-ebs-csi-drivr', 'v1.0.0-eksbuild.1')).toEqual([
    'eks/unknown-addon: "aws-ebs-csi-drivr" is no EKS add-on that is known here. Did you mean "aws-ebs-csi-driver"?',
  ]);
});

test('an EKS add-on that is not known here is made after the nodes', async () => {
  const lines = ['versions: {eks: {addons: {aws-new: v2.0.0-eksbuild.1}}}', 'eks: {addons: {aws-new: {}}}'];
  const { outputs } = await repository(green(...lines)).compile();
  const files = outputs?.flatMap((output) => output.files) ?? [];
  const cluster = files.find(({ path }) => path.endsWith('spokes/green/infrastructure/cluster.yaml'))?.content ?? '';
  expect(cluster.slice(cluster.indexOf('addonsAfterNodes:'))).toContain('name: aws-new');
});

test('a slip in a setting of an EKS add-on is told, what is merely unknown is not', async () => {
  const set = (settings: string) =>
    found({ 'config/environments/production.yaml': `eks: {addons: {vpc-cni: {configuration: {${settings}}}}}\n` });
  expect(await set('enableNetworkPolcy: "true"')).toEqual([
    'eks/unknown-setting: "enableNetworkPolcy" is no setting of the EKS add-on "vpc-cni" that is known here. Did you mean "enableNetworkPolicy"?',
  ]);
  expect(await set('env: {ENABLE_PREFIX_DELEGATON: "true"}')).toEqual([
    'eks/unknown-setting: "ENABLE_PREFIX_DELEGATON" is no setting of the EKS add-on "vpc-cni" that is known here. Did you mean "ENABLE_PREFIX_DELEGATION"?',
  ]);
  expect(await set('somethingNew: {}, env: {ENABLE_PREFIX_DELEGATION: "true"}')).toEqual([]);
});

test('a quota counts whole things that Kubernetes knows', async () => {
  const quota = (bounds: string, own = '') =>
    found({ 'config/teams/checkout.yaml': `accounts: [main]\nquota: {${bounds}}\nnamespaces: {checkout: {${own}}}\n` });
  expect(await quota('pods: 100m')).toEqual(['teams/quota: "100m" is no whole number, but "pods" is counted.']);
  expect(await quota('count/jobs.batch: "1.5"')).toEqual([
    'teams/quota: "1.5" is no whole number, but "count/jobs.batch" is counted.',
  ]);
  expect(await quota('pods: 5', 'quota: {service: 3}')).toEqual([
    'teams/quota: "service" is nothing that a quota of Kubernetes bounds. Did you mean "services"?',
  ]);
  expect(await quota('pods: 2k, services: 1000m, requests.cpu: "1.5", requests.nvidia.com/gpu: 4')).toEqual([]);
});

test('a boundary is a policy of the account', async () => {
  const boundary = (arn: string) =>
    found({ 'config/accounts/main.yaml': `id: "222222222222"\nregions: [eu-west-1]\npermissionsBoundary: "${arn}"\n` });
  expect(await boundary('arn:aws:iam::333333333333:policy/b')).toEqual([
    'accounts/foreign-boundary: The permissions boundary of account "main" is a policy of account "333333333333", not of "222222222222".',
  ]);
  expect(await boundary('arn:aws:iam::222222222222:policy/team/b')).toEqual([]);
  expect(await boundary('arn:aws-cn:iam::222222222222:policy/b')).toEqual([]);
});

test('a spoke has the name of a hub only where both cannot meet', async () => {
  const spoke = { 'config/spokes/hub.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') };
  const account = (regions: string) => ({ 'config/accounts/main.yaml': `id: "111111111111"\nregions: ${regions}\n` });
  expect(await found({ ...spoke, ...account('[eu-west-1]') })).toEqual([
    'naming/cluster-of-hub: The cluster of spoke "hub" would be that of hub "hub", which has the same name, account and region.',
  ]);
  expect(await found(spoke)).toEqual([]);
  const elsewhere = {
    'config/spokes/hub.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}').replace('eu-west-1', 'us-west-2'),
  };
  expect(await found({ ...elsewhere, ...account('[eu-west-1, us-west-2]') })).toEqual([]);
});

test('without NAT somebody must say that nodes get out', async () => {
  const nat = (network: string) => found({ 'config/spokes/green.yaml': exampleSpoke(`network: {${network}}`) });
  const message = (kind: string, name: string) =>
    `network/no-way-out: With \`nat: none\`, no node of ${kind} "${name}" can pull an image: nothing leads out of its private subnets but to S3.`;
  expect(await nat('cidr: 10.1.0.0/18, nat: none')).toEqual([message('spoke', 'green')]);
  expect(await nat('cidr: 10.1.0.0/18, nat: per-az')).toEqual([]);
  const shared = {
    'config/networks/n.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.2.0.0/16\nazCount: 3\nnat: none\n',
  };
  expect(await found(shared)).toEqual([message('network', 'n')]);
});

test('what two layers do not agree on is told in the later one, with the name of the spoke', async () => {
  const layered = (config: string, spoke: string): Files => ({
    'config/environments/production.yaml': `${config}\n`,
    'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', spoke),
  });
  const told = async (files: Files) => {
    const { diagnostics } = await repository({ ...files, 'config/spokes/blue.yaml': undefined }).compile();
    return diagnostics.map(({ code, message, at, notes }) => [
      `${code}: ${message}`,
      at?.span?.source.path,
      notes[0]?.at?.span?.source.path,
    ]);
  };
  const [layer, green] = ['config/environments/production.yaml', 'config/spokes/green.yaml'];
  const group = (field: string) => `nodeGroups: {default: {${field}}}`;
  const numbers =
    'nodes/min-max: `min` of node group "default" of spoke "green" is "9", more than its `max`, which is "6".';
  expect(await told(layered(group('min: 9'), group('max: 6')))).toEqual([[numbers, green, layer]]);
  expect(await told(layered(group('max: 6'), group('min: 9')))).toEqual([[numbers, green, layer]]);
  const ami =
    'nodes/ami-architecture: "m7i.large" is x86, but the AMI "BOTTLEROCKET_ARM_64" of node group "default" of spoke "green" is ARM.';
  expect(await told(layered('{}', group('ami: BOTTLEROCKET_ARM_64')))).toEqual([[ami, green, 'config/config.yaml']]);
  const driver = 'aws-ebs-csi-driver';
  const on = `versions: {eks: {addons: {${driver}: v1.48.0-eksbuild.1}}}\naddons: {storageClasses: {}}\n`;
  const needs = `addons/missing-requirement: The add-on "storageClasses" of spoke "green" needs the EKS add-on "${driver}"`;
  expect(await told(layered(`${on}eks: {addons: {${driver}: {}}}`, `eks: {addons: {${driver}: null}}`))).toEqual([
    [`${needs}, which is turned off.`, green, layer],
  ]);
  expect(await told(layered(on, 'tags: {a: b}'))).toEqual([[`${needs}.`, layer, undefined]]);
});

test('a path of a repository holds the spoke and its environment, and nothing else in braces', async () => {
  const source = (path: string): Files => ({
    'config/spokes/green.yaml': exampleSpoke(
      'network: {cidr: 10.1.0.0/18}',
      'teams: [checkout]',
      `applications: {shop: {team: checkout, namespace: checkout, source: {repo: "https://github.com/acme/shop", path: "${path}", revision: v1.0.0}}}`,
    ),
  });
  const { outputs, diagnostics } = await repository(source('env/{environment}/{spoke}')).compile();
  expect(diagnostics).toEqual([]);
  const texts = outputs?.flatMap(({ files }) => files.map(({ content }) => content)).join('') ?? '';
  expect(texts).toContain('path: env/production/green\n');
  const refused = expect.stringMatching(
    /^schema\/wrong-format: .*must be a relative path such as deploy\/\{environment\}\/\{spoke\}/,
  );
  expect(await found(source('env/{region}'))).toEqual([refused]);
  const team = (path: string): Files => ({
    'config/teams/checkout.yaml': `accounts: [main]\nquota: {}\nnamespaces: {checkout: {}}\nrepository: {url: "https://github.com/acme/t", revision: refs/heads/main, path: "${path}"}\n`,
  });
  expect(await found(team('{spokes}'))).toEqual([refused]);
  expect(await found(team('{spoke}/{environment}'))).toEqual([]);
});

test('what follows from an account that does not exist is not told beside it', async () => {
  const lines = ['account: mian', 'region: eu-west-1', 'network: {cidr: 10.1.0.0/18}', 'teams: [checkout]'];
  const spoke = ['environment: production', ...lines].join('\n');
  expect(await found({ 'config/spokes/green.yaml': `${spoke}\n` })).toEqual([
    expect.stringMatching(/^reference\/unknown-account: "mian"/),
  ]);
});
