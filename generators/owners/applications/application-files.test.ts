import { describe, expect, test } from 'vitest';
import { exampleSpoke, exampleTeam } from '../../checks/example-files.ts';
import { type Files, repository } from '../../testing/repository.ts';

async function found(files: Files): Promise<readonly string[]> {
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, message, help }) => [`${code}: ${message}`, ...(help ? [help] : [])].join(' '));
}

const spoke = (...applications: readonly string[]) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'teams: [checkout]',
    'applications:',
    ...applications.map((one) => `  ${one}`),
  );

const base = (name: string, ...objects: readonly string[]): Files => ({
  [`spokes/bases/${name}/kustomization.yaml`]: 'resources: [objects.yaml]\n',
  [`spokes/bases/${name}/objects.yaml`]: objects.join('---\n'),
});

const map = (metadata: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {${metadata}}\n`;
const uses = (name: string, from: string, more = '') =>
  `${name}: {team: checkout, namespace: checkout, base: ${from}${more}}`;

describe('two applications of a spoke', () => {
  const two = base('users', map('name: users'), map('name: limits'));

  test('may not make the same object, whichever bases it comes from', async () => {
    const same = 'both make ConfigMap "users" in namespace "checkout"';
    expect(await found({ ...two, 'config/spokes/green.yaml': spoke(uses('a', 'users'), uses('b', 'users')) })).toEqual([
      `applications/same-object: Applications "a" and "b" ${same} and 1 more. Give the objects of "b" names of their own: \`set: {namePrefix: b-}\`.`,
    ]);
    const other = base('others', map('name: users'));
    const files = { ...two, ...other, 'config/spokes/green.yaml': spoke(uses('a', 'users'), uses('b', 'others')) };
    expect(await found(files)).toEqual([
      `applications/same-object: Applications "a" and "b" ${same}. Give the objects of "b" names of their own: \`set: {namePrefix: b-}\`.`,
    ]);
  });

  test('are told apart by a prefix, by a namespace, or by the names in their bases', async () => {
    const prefixed = spoke(uses('a', 'users'), uses('b', 'users', ', set: {namePrefix: b-}'));
    expect(await found({ ...two, 'config/spokes/green.yaml': prefixed })).toEqual([]);
    const apart = spoke(uses('a', 'users'), '  b: {team: checkout, namespace: tools, base: users}'.trim());
    const team = exampleTeam('namespaces: {checkout: {}, tools: {}}');
    expect(await found({ ...two, 'config/teams/checkout.yaml': team, 'config/spokes/green.yaml': apart })).toEqual([]);
    // No prefix of the application's own name, which once made "user" with "service-web" the same as "user-service" with "web".
    const names = { ...base('user', map('name: service-web')), ...base('user-service', map('name: web')) };
    const joined = spoke(uses('user', 'user'), uses('user-service', 'user-service'));
    expect(await found({ ...names, 'config/spokes/green.yaml': joined })).toEqual([]);
  });

  test('make nothing that the platform makes for their team', async () => {
    const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: default-deny}\nspec: {}\n';
    expect(await found({ ...base('shut', policy), 'config/spokes/green.yaml': spoke(uses('a', 'shut')) })).toEqual([
      'applications/same-object: Application "a" makes NetworkPolicy "default-deny" in namespace "checkout", which the platform makes for team "checkout". Rename it in the base.',
    ]);
  });
});

describe('the namespace of an object', () => {
  const team = exampleTeam('namespaces: {checkout: {}, tools: {}}');
  const within = (namespace: string): Files => ({
    ...base('maps', map(`name: m, namespace: ${namespace}`)),
    'config/teams/checkout.yaml': team,
    'config/spokes/green.yaml': spoke(uses('a', 'maps')),
  });

  test('is one of the team', async () => {
    expect(await found(within('tools'))).toEqual([]);
    expect(await found(within('checkout'))).toEqual([]);
    expect(await found(within('default'))).toEqual([
      'applications/foreign-namespace: The base "maps" puts ConfigMap "m" into namespace "default", which is none of team "checkout". Take the namespace out of spokes/bases/maps: its objects then stand in "checkout".',
    ]);
  });
});

describe('kinds of Kubernetes in a base', () => {
  const kinds = (apiVersion: string, kind: string) =>
    found({
      ...base('one', `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n`),
      'config/spokes/green.yaml': spoke(uses('a', 'one')),
    });

  test.each([
    ['apps/v1', 'Deploymnet', 'apps/v1/Deployment'],
    ['apps/v1beta1', 'Deployment', 'apps/v1/Deployment'],
    ['extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1/Ingress'],
    ['app/v1', 'Deployment', 'apps/v1/Deployment'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2/HorizontalPodAutoscaler'],
    ['networking.k8s.io/v1beta1', 'Ingress', 'networking.k8s.io/v1/Ingress'],
    ['v2', 'Service', 'v1/Service'],
  ])('%s %s is none', async (apiVersion, kind, near) => {
    const [message, ...others] = await kinds(apiVersion, kind);
    expect(message).toContain(`Kubernetes has no kind "${apiVersion}/${kind}". Did you mean "${near}"?`);
    expect(others).toEqual([]);
  });

  test('a kind of somebody else may be anything', async () => {
    expect(await kinds('example.com/v1beta1', 'Widget')).toEqual([]);
    expect(await kinds('snapshot.storage.k8s.io/v1', 'VolumeSnapshot')).toEqual([]);
  });
});

describe('a folder without a kustomization', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {ports: [{port: 80}]}\n';
  const folders: Readonly<Record<string, readonly [files: Files, says: string, help: string]>> = {
    'of manifests': [
      { 'service.yaml': service, 'README.md': '#' },
      'manifests alone',
      'Write spokes/bases/x/kustomization.yaml: `resources: [service.yaml]`.',
    ],
    'of a chart': [
      { 'Chart.yaml': 'name: x\n', 'templates/service.yaml': '{{ x }}\n' },
      'a Helm chart',
      'Publish the chart in a chart repository, and name it under `chart` in the place of `base`.',
    ],
    'with one further down': [
      { 'overlays/prod/kustomization.yaml': 'resources: [../../base]\n', 'base/kustomization.yaml': 'resources: []\n' },
      'one in "base" only',
      'Write spokes/bases/x/kustomization.yaml: `resources: [base]`.',
    ],
    'with a README only': [
      { 'README.md': '#\n' },
      'no manifests',
      'Write spokes/bases/x/kustomization.yaml, and the manifests that it lists under `resources`.',
    ],
  };

  test.each(Object.entries(folders))('%s is refused where it is used', async (_, [inside, says, help]) => {
    const files = Object.fromEntries(Object.entries(inside).map(([file, text]) => [`spokes/bases/x/${file}`, text]));
    expect(await found(files)).toEqual([]);
    const used = { ...files, 'config/spokes/green.yaml': spoke(uses('a', 'x')) };
    expect(await found(used)).toEqual([
      `reference/no-kustomization: The base "x" has no kustomization: spokes/bases/x holds ${says}. ${help}`,
    ]);
  });

  test('is refused as a component, too', async () => {
    const files = {
      'spokes/components/c/service.yaml': service,
      'config/spokes/green.yaml': spoke(uses('a', 'web-service', ', components: [c]')),
    };
    expect(await found(files)).toMatchObject([expect.stringContaining('The component "c" has no kustomization')]);
  });

  test('needs only the kustomization that the message names', async () => {
    const files = {
      'spokes/bases/x/service.yaml': service,
      'spokes/bases/x/kustomization.yaml': 'resources: [service.yaml]\n',
      'config/spokes/green.yaml': spoke(uses('a', 'x')),
    };
    expect(await found(files)).toEqual([]);
  });
});
