import { describe, expect, test } from 'vitest';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import { newSession } from '../../session.ts';
import { positionAt } from '../../source/source.ts';
import { filesOf } from '../../testing/example-fleet.ts';
import { type Repository, repository } from '../../testing/repository.ts';

const spoke = (cidr: string, ...lines: readonly string[]) =>
  ['environment: production', 'account: main', 'region: eu-west-1', `network: {cidr: ${cidr}}`, ...lines].join('\n');
const application =
  'applications: {shop: {team: checkout, namespace: checkout, base: web-service, set: {image: "example.com/shop:1"}}}';

const storage = [
  'versions: {eks: {addons: {aws-ebs-csi-driver: v1.48.0-eksbuild.1}}}',
  'eks: {addons: {aws-ebs-csi-driver: {}}}',
  'addons: {storageClasses: {}}',
];

const plain = repository({
  'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'teams: [checkout]', application, ...storage),
  'config/spokes/red.yaml': spoke('10.1.0.0/18', 'teams: [checkout]', application, ...storage),
});

/** The files that patches of spoke `blue` change, by the lines that they take and bring. */
async function changes(...patches: readonly string[]) {
  const patched = plain.with({
    'config/spokes/blue.yaml': spoke(
      '10.0.0.0/18',
      'teams: [checkout]',
      application,
      ...storage,
      'patches:',
      ...patches.map((patch) => `  - ${patch}`),
    ),
  });
  const [before, after] = await Promise.all([plain.compile(), patched.compile()]);
  expect(after.diagnostics).toEqual([]);
  const old = filesOf(before.outputs ?? []);
  return [...filesOf(after.outputs ?? [])].flatMap(([path, text]) => {
    const was = (old.get(path) ?? '').split('\n');
    const is = text.split('\n');
    const lines = [
      ...was.filter((line) => !is.includes(line)).map((line) => `- ${line.trim()}`),
      ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line.trim()}`),
    ];
    return text === old.get(path) ? [] : [[path.replace('out/hubs/hub/spokes/', ''), ...lines]];
  });
}

describe('a patch', () => {
  test('changes the object of its spoke alone, even where spokes share it', async () => {
    const target = '{kind: StorageClass, name: gp3}';
    expect(await changes(`{target: ${target}, patch: [{op: add, path: /mountOptions, value: [noatime]}]}`)).toEqual([
      ['blue/addons/storage-classes/storage-classes.yaml', '+ mountOptions:', '+ - noatime'],
    ]);
  });

  test('changes the Application that delivers, too', async () => {
    const target = '{kind: Application, name: blue-shop}';
    const patch = '[{op: add, path: /spec/revisionHistoryLimit, value: 3}]';
    expect(await changes(`{target: ${target}, patch: ${patch}}`)).toEqual([
      ['blue/argocd/applications.yaml', '+ revisionHistoryLimit: 3'],
    ]);
  });

  test('sees what those before it did', async () => {
    const target = '{kind: EKSCluster, name: blue}';
    expect(
      await changes(
        `{target: ${target}, patch: [{op: add, path: /metadata/labels, value: {first: a}}]}`,
        `{target: ${target}, patch: [{op: replace, path: /metadata/labels/first, value: b}]}`,
      ),
    ).toEqual([['blue/infrastructure/cluster.yaml', '+ labels:', '+ first: b']]);
  });

  test('without a name changes every object of the kind that has its labels', async () => {
    const labels = 'labels: {wheelwright.dev/spoke: blue}';
    const patch = '[{op: add, path: /spec/revisionHistoryLimit, value: 3}]';
    const [file, ...lines] = (await changes(`{target: {kind: Application, ${labels}}, patch: ${patch}}`))[0] ?? [];
    expect(file).toBe('blue/argocd/applications.yaml');
    expect(new Set(lines)).toEqual(new Set(['+ revisionHistoryLimit: 3']));
    expect(lines.length).toBeGreaterThan(1);
  });
});

const twoNamespaces = plain.with({
  'config/teams/checkout.yaml': 'accounts: [main]\nquota: {pods: 20}\nnamespaces: {checkout: {}, ledger: {}}\n',
});

/** What is said of a patch in a layer, at which line, and whether anything is written. */
async function toldInLayer(from: Repository, ...patches: readonly string[]) {
  const text = ['tags: {environment: production}', 'patches:', ...patches.map((patch) => `  - ${patch}`), ''].join(
    '\n',
  );
  const { diagnostics, outputs } = await from.with({ 'config/environments/production.yaml': text }).compile();
  const told = diagnostics.map(({ code, message, help, at }) => {
    const { source, start } = at?.span ?? { source: { path: '', text: '' }, start: 0 };
    return `${source.path}:${positionAt(source, start).line} ${code}: ${message} ${help}`;
  });
  return { told, files: filesOf(outputs ?? []) };
}

const openEgress = '[{op: add, path: /spec/egress, value: [{to: [{podSelector: {}}]}]}]';

describe('a target', () => {
  test.each(['default-deny', 'allow-same-namespace-and-dns'])(
    'with the name %s in several namespaces says which',
    async (name) => {
      const { told } = await toldInLayer(
        twoNamespaces,
        `{target: {kind: NetworkPolicy, name: ${name}}, patch: ${openEgress}}`,
      );
      expect([...new Set(told)]).toEqual([
        `config/environments/production.yaml:3 patch/ambiguous: There is a NetworkPolicy "${name}" in each of the namespaces "checkout", "ledger". Add \`namespace: checkout\` to the target, or \`namespace: "*"\` for all of them.`,
      ]);
    },
  );

  test.each([
    ['ledger', 1],
    ['checkout', 1],
    ['"*"', 2],
  ])('with the namespace %s means %i of them', async (namespace, count) => {
    const target = `{kind: NetworkPolicy, name: default-deny, namespace: ${namespace}}`;
    const { told, files } = await toldInLayer(twoNamespaces, `{target: ${target}, patch: ${openEgress}}`);
    expect(told).toEqual([]);
    const team = files.get('out/hubs/hub/spokes/blue/teams/checkout/team.yaml') ?? '';
    const policies = team.split('---\n').filter((text) => /name: default-deny/.test(text) && /egress:/.test(text));
    expect(policies).toHaveLength(count);
  });
});

describe('a patch in a layer', () => {
  const mount = '[{op: add, path: /mountOptions, value: [noatime]}]';
  const withoutStorage = plain.with({
    'config/spokes/red.yaml': spoke('10.1.0.0/18', 'teams: [checkout]', application),
  });

  test('works for each spoke, whatever its name', async () => {
    const { told, files } = await toldInLayer(
      plain,
      '{target: {kind: EKSCluster}, patch: [{op: replace, path: /spec/zonalShift, value: false}]}',
    );
    expect(told).toEqual([]);
    for (const name of ['blue', 'red'])
      expect(files.get(`out/hubs/hub/spokes/${name}/infrastructure/cluster.yaml`)).toContain('zonalShift: false');
  });

  test('may hit nothing in one spoke if it does in another', async () => {
    const { told, files } = await toldInLayer(withoutStorage, `{target: {kind: StorageClass}, patch: ${mount}}`);
    expect(told).toEqual([]);
    expect(files.get('out/hubs/hub/spokes/blue/addons/storage-classes/storage-classes.yaml')).toContain('noatime');
  });

  test.each(['{kind: StorageClass, name: gp4}', '{kind: DaemonSet}', '{kind: StorageClass, labels: {a: b}}'])(
    'that hits nothing anywhere is told once: %s',
    async (target) => {
      const { told } = await toldInLayer(withoutStorage, `{target: ${target}, patch: ${mount}}`);
      expect(told).toEqual([
        expect.stringMatching(
          /^config\/environments\/production.yaml:3 patch\/no-target: No .* is emitted for any spoke of this layer\./,
        ),
      ]);
    },
  );

  test('may hit what only a spoke has that was compiled before', async () => {
    const layer = `patches: [{target: {kind: StorageClass}, patch: ${mount}}]\n`;
    const all = withoutStorage.with({ 'config/environments/production.yaml': layer });
    const session = newSession(vendoredMeans(), filesInMemory(all.files));
    const codes = async () => (await session.compilation()).diagnostics.map(({ code }) => code);
    expect(await codes()).toEqual([]);
    session.edit(new Map([['config/spokes/red.yaml', `${all.files['config/spokes/red.yaml']}\n# edited\n`]]));
    expect(await codes()).toEqual([]);
    session.edit(new Map([['config/spokes/blue.yaml', undefined]]));
    expect(await codes()).toEqual(['patch/no-target']);
  });
});

describe('what a patch may not do', () => {
  const told = async (patch: string) => {
    const files = {
      'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'teams: [checkout]', application, `patches: [${patch}]`),
    };
    const { diagnostics, outputs } = await plain.with(files).compile();
    expect(outputs).toBeUndefined();
    return diagnostics.map(({ code, message, help }) => `${code}: ${message} ${help}`);
  };

  test('is refused at its line, and the help says where it belongs', async () => {
    expect(
      await told('{target: {kind: EKSCluster}, patch: [{op: replace, path: /spec/version, value: "1.34"}]}'),
    ).toEqual([
      'patch/forbidden: A spoke\'s file may not patch "/spec/version" of EKSCluster "blue". It follows from `versions.kubernetes`: change that in the place of it.',
    ]);
    expect(
      await told('{target: {kind: ResourceQuota}, patch: [{op: replace, path: /spec/hard/pods, value: "99"}]}'),
    ).toEqual([
      'patch/forbidden: A spoke\'s file may not patch "/spec/hard/pods" of ResourceQuota "quota". Move the patch to a layer, such as the environment, which the platform team owns.',
    ]);
    expect(
      await told(
        '{target: {kind: Namespace, name: spoke-blue}, patch: [{op: replace, path: /kind, value: ClusterRole}]}',
      ),
    ).toEqual([
      'patch/forbidden: A spoke\'s file may not patch "/kind" of Namespace "spoke-blue". Take it out: no field of kind Namespace may be patched.',
    ]);
  });

  test('is judged by who wrote it, though patches of layers and of the spoke stand in one list', async () => {
    const quota = (pods: number) =>
      `{target: {kind: ResourceQuota}, patch: [{op: replace, path: /spec/hard/pods, value: "${pods}"}]}`;
    const files = {
      'config/environments/production.yaml': `patches: [${quota(7)}, ${quota(8)}]\n`,
      'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'teams: [checkout]', `patches: [${[97, 98, 99].map(quota)}]`),
    };
    const { diagnostics } = await plain.with(files).compile();
    expect(diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`)).toEqual(
      Array(3).fill('patch/forbidden config/spokes/blue.yaml'),
    );
  });

  test('is seen through the whole of a field, and told once', async () => {
    const patch = '[{op: replace, path: /spec, value: {}}, {op: add, path: /spec/logRetentionDays, value: 7}]';
    expect(await told(`{target: {kind: EKSCluster}, patch: ${patch}}`)).toEqual([
      expect.stringMatching(/^patch\/forbidden: A spoke's file may not patch "\/spec\/name"/),
    ]);
  });
});
