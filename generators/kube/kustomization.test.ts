import { describe, expect, test } from 'vitest';
import type { Manifest } from '../model/manifest.ts';
import { buildKustomization, newKustomizer } from './kustomization.ts';
import { accepted } from './kustomize/examples/accepted.ts';
import { refused } from './kustomize/examples/refused.ts';

type Files = Readonly<Record<string, string>>;

const build = (files: Files, folder = 'app') => buildKustomization((path) => files[path], folder);

/** One object of one of the examples that are compared with kustomize itself. */
function built(example: string, kind: string, name?: string): Manifest {
  const { objects, problems } = build(accepted[example] as Files);
  expect(problems).toEqual([]);
  const found = objects.find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  return found as Manifest;
}

const podSpecOf = (object: Manifest): Readonly<Record<string, unknown>> =>
  (object['spec'] as { template: { spec: Record<string, unknown> } }).template.spec;

test('a prefix and a suffix are followed by everything that refers to a name', () => {
  const deployment = built('a prefix and a suffix', 'Deployment');
  expect(deployment.metadata.name).toBe('a-web-b');
  expect(podSpecOf(deployment)).toMatchObject({
    serviceAccountName: 'a-web-b',
    imagePullSecrets: [{ name: 'a-pull-b' }],
    volumes: [
      { configMap: { name: 'a-settings-b' } },
      { persistentVolumeClaim: { claimName: 'a-data-b' } },
      { projected: { sources: [{ configMap: { name: 'a-settings-b' } }, { secret: { name: 'a-pull-b' } }] } },
    ],
  });
  expect(built('a prefix and a suffix', 'HorizontalPodAutoscaler')).toMatchObject({
    spec: { scaleTargetRef: { name: 'a-web-b' } },
  });
  expect(built('a prefix and a suffix', 'Ingress')).toMatchObject({
    spec: { defaultBackend: { service: { name: 'a-web-b' } }, tls: [{ secretName: 'a-pull-b' }] },
  });
  expect(built('a prefix and a suffix', 'Namespace').metadata.name).toBe('anything');
});

test('a namespace is set on what has one, and followed by role bindings', () => {
  expect(built('a namespace', 'Widget').metadata.namespace).toBe('payments');
  expect(built('a namespace', 'ClusterRole').metadata.namespace).toBeUndefined();
  expect(built('a namespace', 'Namespace').metadata.name).toBe('payments');
  expect(built('a namespace', 'RoleBinding')['subjects']).toEqual([
    { kind: 'ServiceAccount', name: 'web', namespace: 'payments' },
    { kind: 'ServiceAccount', name: 'default', namespace: 'payments' },
    { kind: 'User', name: 'somebody', apiGroup: 'rbac.authorization.k8s.io' },
  ]);
});

test('what went through the same kustomization is what a name refers to', () => {
  expect(built('the same base twice under two prefixes', 'Pod', 'all-one-p')).toMatchObject({
    spec: { containers: [{ envFrom: [{ configMapRef: { name: 'all-one-c' } }] }] },
  });
});

test('labels reach selectors only where that is asked', () => {
  expect(built('labels of templates', 'Deployment')).toMatchObject({
    metadata: { labels: { app: 'web', team: 'a' } },
    spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web', team: 'a' } } } },
  });
  expect(built('labels of selectors', 'Service', 'web')).toMatchObject({
    spec: { selector: { app: 'other', team: 'a' } },
  });
  expect(built('labels of selectors', 'NetworkPolicy')).toMatchObject({
    spec: {
      podSelector: { matchLabels: { team: 'a' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { team: 'a' } } }, { podSelector: {} }] }],
    },
  });
});

test('a new tag or digest replaces both the old tag and the old digest', () => {
  const { containers, initContainers } = podSpecOf(built('images by tag, digest, name and pattern', 'Deployment'));
  expect(initContainers).toMatchObject([{ image: 'web:v2' }]);
  expect(containers).toMatchObject([
    { image: `other.example.com/web@sha256:${'1'.repeat(64)}` },
    { image: `proxy2:4@sha256:${'2'.repeat(64)}` },
  ]);
});

test('a strategic merge patch merges lists of pods by their keys and replaces other lists', () => {
  const deployment = built('a strategic merge patch', 'Deployment');
  expect(deployment['spec']).not.toHaveProperty('replicas');
  const { containers, initContainers, volumes } = podSpecOf(deployment) as Record<
    string,
    readonly Record<string, unknown>[]
  >;
  expect(initContainers).toEqual([]);
  expect(containers?.map(({ name, args }) => [name, args])).toEqual([
    ['extra', undefined],
    ['web', ['one', 'two']],
    ['proxy', undefined],
  ]);
  expect(containers?.[1]?.['ports']).toEqual([
    { containerPort: 7070 },
    { containerPort: 8080, name: 'http' },
    { containerPort: 9090, protocol: 'TCP' },
  ]);
  expect(volumes?.map(({ name }) => name)).toEqual(['tmp', 'settings', 'both']);
});

test('a JSON patch changes what its target selects', () => {
  expect(built('JSON patches', 'Deployment')).toMatchObject({ spec: { replicas: 7, paused: true } });
  expect(built('JSON patches', 'Ingress').metadata.annotations).toEqual({ 'a/b': 'c' });
});

test('the name of a generated ConfigMap ends in the hash of its content, and references follow', () => {
  expect(built('generated ConfigMaps', 'ConfigMap', 'a-from-files-hd9c75fh9b').metadata.labels).toEqual({
    generated: 'true',
  });
  expect(built('generated ConfigMaps', 'ConfigMap', 'a-empty-6ct58987ht')).not.toHaveProperty('data');
  expect(built('generated ConfigMaps', 'ConfigMap', 'a-plain')).toMatchObject({ immutable: true, data: { a: '1' } });
  const volumes = podSpecOf(built('generated ConfigMaps', 'Deployment'))['volumes'] as readonly unknown[];
  expect(volumes.slice(0, 2)).toEqual([
    { name: 'f', configMap: { name: 'a-from-files-hd9c75fh9b' } },
    { name: 'p', configMap: { name: 'a-plain' } },
  ]);
});

test('scalars are read as kustomize reads them', () => {
  expect(built('scalars as its readers take them', 'ConfigMap')['data']).toMatchObject({
    a: 'no',
    d: 420,
    f: 1000,
    g: '12:30',
    h: '2001-01-01T00:00:00Z',
    operation: false,
    merged: 'no',
  });
});

describe('a problem is reported at its place:', () => {
  test.each(Object.entries(refused))('%s', (_, { files, message, at }) => {
    const [problem, ...more] = build(files).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', message });
    const { source, start, end } = problem?.at?.span ?? { source: { text: '' }, start: 0, end: 0 };
    expect(source.text.slice(start, end)).toBe(at);
  });
});

test('a place in a file of objects is in that file', () => {
  const { problems } = build({ 'app/kustomization.yaml': 'resources: [a.yaml]\n', 'app/a.yaml': 'kind: ConfigMap\n' });
  expect(problems[0]?.at?.span?.source.path).toBe('app/a.yaml');
});

test.each([
  ['../outside', '"../outside" leads out of app.'],
  ['/etc', '"/etc" leads out of app.'],
  [
    'https://example.com/base',
    '"https://example.com/base" is not in this repository: what it holds could change without a commit here.',
  ],
  [
    'github.com/acme/base//deploy?ref=v1',
    '"github.com/acme/base//deploy?ref=v1" is not in this repository: what it holds could change without a commit here.',
  ],
  [
    'git@github.com:acme/base.git',
    '"git@github.com:acme/base.git" is not in this repository: what it holds could change without a commit here.',
  ],
])('the resource %s is refused where a folder bounds itself', (entry, message) => {
  const files: Files = {
    'app/kustomization.yaml': `resources: ["${entry}"]\n`,
    'outside/kustomization.yaml': 'namePrefix: a-\n',
  };
  expect(
    newKustomizer((path) => files[path])
      .build('app', 'app')
      .problems.map((problem) => problem.message),
  ).toEqual([message]);
});

test('a kustomization that stands in no file can use folders, each of which bounds itself', () => {
  const files: Files = {
    'bases/a/kustomization.yaml': 'resources: [../b, c.yaml]\n',
    'bases/a/c.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
    'bases/b/kustomization.yaml': 'namePrefix: b-\n',
  };
  const { objects, problems } = newKustomizer((path) => files[path]).customize({
    resources: ['bases/a'],
    namePrefix: 'x-',
  });
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(['x-c']);
  expect(problems.map(({ message }) => message)).toEqual(['"../b" leads out of bases/a.']);
});

test('a build changes nothing of the files that it shares with the next', () => {
  const kustomizer = newKustomizer((path) => (accepted['a strategic merge patch'] as Files)[path]);
  expect(kustomizer.build('app')).toEqual(kustomizer.build('app'));
});

describe('names that are patterns', () => {
  const withTarget = (name: string) =>
    build({
      'app/kustomization.yaml': `resources: [map.yaml]\npatches:\n- target: {kind: ConfigMap, name: '${name}'}\n  patch: |-\n    - {op: add, path: /data, value: {a: b}}\n`,
      'app/map.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${'a'.repeat(60)}-b}\n`,
    });

  test.each(['a.*', '(a|b)+-b', 'a+-.', `${'a'.repeat(60)}.b`])('%s fits', (name) => {
    const { objects, problems } = withTarget(name);
    expect([problems, objects[0]?.['data']]).toEqual([[], { a: 'b' }]);
  });

  test.each(['(a+)+', '(a|a)*c', 'a'])('%s does not fit, and is found out at once', (name) => {
    const { objects, problems } = withTarget(name);
    expect([problems, objects[0]?.['data']]).toEqual([[], undefined]);
  });

  test.each(['(?=a)', 'a{1001}', '(a{1000}){1000}', '['])('%s is told', (name) => {
    expect(withTarget(name).problems.map(({ message }) => message)).toEqual([
      `The patch does not apply: "${name}" is no regular expression of Go, or takes too long to try.`,
    ]);
  });
});
