import { describe, expect, test } from 'vitest';
import type { OwnerOutput } from './model/output.ts';
import { repository } from './testing/repository.ts';

const spoke = (cidr: string, ...lines: readonly string[]) =>
  ['environment: production', 'account: main', 'region: eu-west-1', `network: {cidr: ${cidr}}`, ...lines].join('\n');

const fleet = repository({
  'config/spokes/green.yaml': spoke('10.7.0.0/18', 'teams: [checkout]'),
  'config/spokes/red.yaml': spoke('10.8.0.0/18'),
});

async function outputsOf(from: typeof fleet): Promise<readonly OwnerOutput[]> {
  const { outputs, diagnostics } = await from.compile();
  expect(diagnostics).toEqual([]);
  return outputs ?? [];
}

/** Content by path, and the record of each owner. */
async function filesOf(from: typeof fleet): Promise<ReadonlyMap<string, string>> {
  const outputs = await outputsOf(from);
  const records = outputs.map(
    ({ owner, input, facts }) => [`${owner.kind}/${owner.name}`, JSON.stringify([input, facts])] as const,
  );
  return new Map([
    ...outputs.flatMap(({ files }) => files.map(({ path, content }) => [path as string, content] as const)),
    ...records,
  ]);
}

async function changedFiles(from: typeof fleet, to: typeof fleet): Promise<readonly string[]> {
  const [before, after] = [await filesOf(from), await filesOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

describe('a change touches only what it must', () => {
  test('the node count of a spoke changes its cluster', async () => {
    const edited = fleet.with({
      'config/spokes/green.yaml': spoke('10.7.0.0/18', 'teams: [checkout]', 'nodeGroups: {default: {max: 9}}'),
    });
    expect(await changedFiles(fleet, edited)).toEqual([
      'out/hubs/hub/spokes/green/infrastructure/cluster.yaml',
      'spoke/green',
    ]);
  });

  test('a new spoke changes nothing of anybody else', async () => {
    const more = fleet.with({ 'config/spokes/new.yaml': spoke('10.9.0.0/18') });
    const changed = await changedFiles(fleet, more);
    expect(changed).toContain('out/hubs/hub/fleet-parameters/new.json');
    expect(changed.filter((path) => !/(\/new\b|^spoke\/new$)/.test(path))).toEqual([]);
  });

  test('a comment and the order of keys change nothing', async () => {
    const commented = fleet.with({
      'config/config.yaml': `# why\n${fleet.files['config/config.yaml']}`,
      'config/spokes/red.yaml': spoke('10.8.0.0/18').split('\n').toReversed().join('\n'),
    });
    expect(await changedFiles(fleet, commented)).toEqual([]);
  });
});

describe('leaving', () => {
  const green = (...lines: readonly string[]) =>
    fleet.with({ 'config/spokes/green.yaml': spoke('10.7.0.0/18', 'teams: [checkout]', ...lines) });

  test('a retiring spoke keeps its parameters, projects and infrastructure, and loses the rest', async () => {
    const files = await filesOf(green('lifecycle: retiring'));
    const own = [...files.keys()].filter((path) => path.includes('green')).sort();
    expect(own).toEqual([
      'out/hubs/hub/accounts/main/green.yaml',
      'out/hubs/hub/fleet-parameters/green.json',
      'out/hubs/hub/spokes/green/argocd/applications.yaml',
      'out/hubs/hub/spokes/green/argocd/projects.yaml',
      'out/hubs/hub/spokes/green/infrastructure/cluster.yaml',
      'spoke/green',
    ]);
    const applications = files.get('out/hubs/hub/spokes/green/argocd/applications.yaml');
    expect(applications?.match(/^ {2}name: .*$/gm)).toEqual(['  name: green-infrastructure']);
    expect(files.get('out/hubs/hub/spokes/green/infrastructure/cluster.yaml')).toContain('deletionProtection: true');
  });

  test('a retired spoke loses its parameters and the protection of its cluster', async () => {
    const files = await filesOf(green('lifecycle: retired'));
    expect(files.has('out/hubs/hub/fleet-parameters/green.json')).toBe(false);
    const cluster = files.get('out/hubs/hub/spokes/green/infrastructure/cluster.yaml');
    expect(cluster).toContain('deletionProtection: false');
    expect(cluster).toContain('deletionPolicy: delete');
  });

  test('a retired spoke may be abandoned', async () => {
    const files = await filesOf(green('lifecycle: retired', 'deletionPolicy: retain'));
    expect(files.get('out/hubs/hub/spokes/green/infrastructure/cluster.yaml')).toContain('deletionPolicy: retain');
  });
});

describe('a fault in the output is reported at its input', () => {
  const diagnosticsOf = async (...lines: readonly string[]) => {
    const { diagnostics } = await fleet.with({ 'config/spokes/green.yaml': spoke('10.7.0.0/18', ...lines) }).compile();
    return diagnostics.map(({ code, message, at }) => [
      code,
      message,
      at?.span?.source.text.slice(at.span.start, at.span.end),
    ]);
  };

  test('of a patch, at its value', async () => {
    const patch = '[{op: replace, path: /spec/logRetentionDays, value: 2}]';
    expect(await diagnosticsOf(`patches: [{target: {kind: EKSCluster, name: green}, patch: ${patch}}]`)).toEqual([
      ['output/patch', expect.stringContaining('EKSCluster "green" at spec.logRetentionDays:'), '2'],
    ]);
  });

  test('of a patch that takes away what must be there, at the operation, and of the field that it adds, at its value', async () => {
    const patched = async (...operations: readonly string[]) => {
      const layer = `patches: [{target: {kind: LimitRange}, patch: [${operations}]}]\n`;
      const files = {
        'config/teams/checkout.yaml':
          'accounts: [main]\nquota: {pods: 20, limits.memory: 20Gi}\nnamespaces: {checkout: {}}\n',
        'config/environments/production.yaml': layer,
        'config/spokes/green.yaml': spoke('10.7.0.0/18', 'teams: [checkout]'),
      };
      const { diagnostics } = await fleet.with(files).compile();
      const told = diagnostics.map(({ code, at: { span } = {} }) => [
        code,
        span?.source.path,
        span?.source.text.slice(span.start, span.end),
      ]);
      return [...new Set(told.map((one) => one.join(' ')))];
    };
    const file = 'output/patch config/environments/production.yaml';
    expect(await patched('{op: remove, path: /spec/limits}')).toEqual([`${file} {op: remove, path: /spec/limits}`]);
    expect(await patched('{op: add, path: /spec/limits/0/colour, value: red}')).toEqual([`${file} red`]);
    expect(await patched('{op: remove, path: /spec/limits/0/default}')).toEqual([]);
  });

  test('of a field of the config, at its value, also beside a patch of the same object', async () => {
    const files = {
      'config/teams/checkout.yaml':
        'accounts: [main]\nquota: {pods: 20}\nnamespaces: {checkout: {labels: {tier: front end}}}\n',
      'config/environments/production.yaml':
        'patches: [{target: {kind: Namespace, name: checkout}, patch: [{op: add, path: /metadata/labels/cost, value: shop}]}]\n',
      'config/spokes/green.yaml': spoke('10.7.0.0/18', 'teams: [checkout]'),
    };
    const { diagnostics } = await fleet.with(files).compile();
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`)).toContain(
      'output/field config/teams/checkout.yaml',
    );
    expect(diagnostics.filter(({ code }) => code === 'output/patch')).toEqual([]);
  });

  test('of a patch that fits nothing, at its target', async () => {
    expect(
      await diagnosticsOf(
        'patches: [{target: {kind: EKSCluster, name: grene}, patch: [{op: remove, path: /spec/tags}]}]',
      ),
    ).toEqual([
      [
        'patch/no-target',
        expect.stringContaining('No EKSCluster "grene" is emitted for spoke "green".'),
        '{kind: EKSCluster, name: grene}',
      ],
    ]);
  });

  test('of a patch of a field that is not there, at its path', async () => {
    expect(
      await diagnosticsOf(
        'patches: [{target: {kind: EKSCluster, name: green}, patch: [{op: remove, path: /spec/nothing}]}]',
      ),
    ).toEqual([['patch/does-not-fit', expect.stringContaining('there is no "nothing" at "/spec"'), '/spec/nothing']]);
  });
});

test('charts and images come from mirrors, and projects allow exactly those', async () => {
  const mirrored = fleet.with({
    'config/config.yaml': `${fleet.files['config/config.yaml']}mirrors: {charts: {"oci://registry.k8s.io": "oci://mirror.example.com/k8s"}}\n`,
  });
  const files = await filesOf(mirrored);
  expect(files.get('out/hubs/hub/argocd/applications.yaml')).toContain('repoURL: mirror.example.com/k8s/kro/charts');
  expect(files.get('out/hubs/hub/argocd/projects.yaml')).toContain('- mirror.example.com/k8s/kro/charts');
  expect([...files.values()].join('')).not.toContain('registry.k8s.io');
});
