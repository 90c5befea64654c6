import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuthoredFolder } from '../../model/fleet.ts';
import { positionAt } from '../../source/source.ts';
import { printManifest } from '../../yaml/print-yaml.ts';
import type { Application } from './application.ts';
import { newOverlays } from './application-overlay.ts';

function authored(kind: 'bases' | 'components'): ReadonlyMap<string, AuthoredFolder> {
  const root = new URL(`../../../spokes/${kind}`, import.meta.url).pathname;
  return new Map(
    readdirSync(root).map((name) => {
      const files = readdirSync(join(root, name)).map(
        (file) => [file, readFileSync(join(root, name, file), 'utf8')] as const,
      );
      return [name, { name, version: '', files: new Map(files) }];
    }),
  );
}

const components = authored('components');
const { overlay: overlays } = newOverlays(authored('bases'), components);

const ledger: Application = {
  team: 'checkout',
  namespace: 'ledger',
  base: 'web-service',
  components: [],
  set: { image: 'registry.example.com/ledger:2.1' },
};

/** The overlay on a base of one kustomization and its files. */
function onBase(files: Readonly<Record<string, string>>, application: Partial<Application> = {}) {
  const base = { name: 'own', version: '', files: new Map(Object.entries(files)) };
  return newOverlays(new Map([['own', base]]), components).overlay('ledger', {
    ...ledger,
    base: 'own',
    ...application,
  });
}

const workload = (name: string, ...images: readonly string[]): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {template: {spec: {containers: [${images
    .map((image) => `{name: ${name}, image: "${image}"}`)
    .join(', ')}]}}}\n`;

test('an overlay says what the application sets, and leaves names and namespaces alone', () => {
  const {
    files,
    problems,
    authored: faults,
  } = overlays('ledger', { ...ledger, components: ['pod-disruption-budget'], set: { ...ledger.set, replicas: 3 } });
  expect([...problems, ...faults]).toEqual([]);
  expect(printManifest({ ...files['kustomization.yaml'] })).toBe(`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
labels:
  - pairs:
      wheelwright.dev/application: ledger
    includeTemplates: true
  - pairs:
      wheelwright.dev/team: checkout
resources:
  - ../../../../../../shared/bases/web-service
components:
  - ../../../../../../shared/components/pod-disruption-budget
images:
  - name: web
    newName: registry.example.com/ledger
    newTag: "2.1"
replicas:
  - name: web
    count: 3
`);
});

test('the objects of an overlay are known: names and selectors are those of the base', () => {
  const { objects = [] } = overlays('ledger', { ...ledger, components: ['autoscaling', 'pod-disruption-budget'] });
  expect(objects.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
    ['ServiceAccount', 'ledger', 'web'],
    ['Deployment', 'ledger', 'web'],
    ['Service', 'ledger', 'web'],
    ['HorizontalPodAutoscaler', 'ledger', 'web'],
    ['PodDisruptionBudget', 'ledger', 'web'],
  ]);
  const selector = { 'app.kubernetes.io/name': 'web' };
  const labels = { 'wheelwright.dev/application': 'ledger', 'wheelwright.dev/team': 'checkout' };
  expect(objects[1]).toMatchObject({
    metadata: { labels },
    spec: {
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: { ...selector, 'wheelwright.dev/application': 'ledger' } },
        spec: { serviceAccountName: 'web', containers: [{ image: 'registry.example.com/ledger:2.1' }] },
      },
    },
  });
  expect(objects[1]?.['spec']).not.toHaveProperty('replicas');
  expect(objects[2]?.['spec']).toHaveProperty('selector', selector);
});

test('with a prefix, two applications of one base have names of their own and never select the same pods', () => {
  const set = { ...ledger.set, namePrefix: 'blue-' };
  const { objects = [] } = overlays('ledger', { ...ledger, set, components: ['autoscaling'] });
  const selector = { 'app.kubernetes.io/name': 'web', 'wheelwright.dev/application': 'ledger' };
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(Array(4).fill('blue-web'));
  expect(objects[1]).toMatchObject({ spec: { selector: { matchLabels: selector } } });
  expect(objects[1]).toMatchObject({ spec: { template: { spec: { serviceAccountName: 'blue-web' } } } });
  expect(objects[2]).toMatchObject({ spec: { selector } });
  expect(objects[3]).toMatchObject({ spec: { scaleTargetRef: { name: 'blue-web' } } });
});

test('text that names an object, and a selector of pods that others make, reach the cluster as they are written', () => {
  const { objects = [] } = onBase(
    {
      'kustomization.yaml': 'resources: [a.yaml]\n',
      'a.yaml': [
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {url: "mysql:3306"}\n',
        'apiVersion: v1\nkind: Service\nmetadata: {name: mysql}\nspec: {selector: {made-by: an-operator}}\n',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: d, namespace: other}\n',
        'apiVersion: example.com/v1\nkind: Release\nmetadata: {name: r}\nspec: {sourceRef: {name: c}}\n',
      ].join('---\n'),
    },
    { set: {} },
  );
  expect(objects.map(({ metadata }) => [metadata.namespace, metadata.name])).toEqual([
    ['ledger', 'c'],
    ['ledger', 'mysql'],
    ['other', 'd'],
    ['ledger', 'r'],
  ]);
  expect(objects[1]?.['spec']).toEqual({ selector: { 'made-by': 'an-operator' } });
});

test('equal applications share one overlay', () => {
  expect(overlays('ledger', { ...ledger })).toBe(overlays('ledger', { ...ledger, set: { ...ledger.set } }));
  expect(overlays('other', ledger)).not.toBe(overlays('ledger', ledger));
});

test('an image keeps its port, tag and digest apart', () => {
  const image = (text: string) =>
    overlays('ledger', { ...ledger, set: { image: text } }).files['kustomization.yaml'].images;
  const digest = `sha256:${'0'.repeat(64)}`;
  expect(image('localhost:5000/ledger:2.1')).toEqual([
    { name: 'web', newName: 'localhost:5000/ledger', newTag: '2.1' },
  ]);
  expect(image(`ledger@${digest}`)).toEqual([{ name: 'web', newName: 'ledger', digest }]);
  expect(image(`example.com/ledger:2.1@${digest}`)).toEqual([
    { name: 'web', newName: 'example.com/ledger', newTag: '2.1', digest },
  ]);
});

test('a base that leaves its image open needs one', () => {
  expect(overlays('ledger', { ...ledger, set: {} })).toMatchObject({
    objects: undefined,
    problems: [
      {
        path: ['base'],
        message: 'The base "web-service" leaves the image open that it calls "web".',
        help: 'Set `set.image`.',
      },
    ],
  });
});

test('an image can be set where one is open, or where there is one', () => {
  const overlay = (images: readonly string[], set: Application['set'] = ledger.set) =>
    onBase({ 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': workload('a', ...images) }, { set });
  const problems = (...images: readonly string[]) =>
    overlay(images).problems.map(({ path, message }) => [path.join('.'), message]);
  expect(problems('a:1', 'b:1')).toEqual([
    ['set.image', 'The base "own" has several images ("a", "b"), so `set.image` cannot be applied.'],
  ]);
  expect(problems('a', 'b', 'c:1')).toEqual([
    ['set.image', 'The base "own" leaves several images open ("a", "b"), so `set.image` cannot be applied.'],
  ]);
  expect(problems()).toEqual([['set.image', 'The base "own" has no image, so `set.image` cannot be applied.']]);
  expect(problems('a:1', 'a:2')).toEqual([]);
  expect(problems('a', 'b:1')).toEqual([]);
  expect(overlay(['a', 'b:1']).files['kustomization.yaml'].images).toEqual([
    { name: 'a', newName: 'registry.example.com/ledger', newTag: '2.1' },
  ]);
});

test('the repair of an open image never asks for what is refused then', () => {
  const overlay = (text: string, extra: Partial<Application> = {}) =>
    onBase({ 'kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': text }, { set: {}, ...extra });
  expect(overlay(workload('a', 'a', 'b')).problems).toEqual([
    {
      path: ['base'],
      message: 'The base "own" leaves several images open: "a", "b".',
      help: 'Give them tags in the base, or in a component with `images`.',
    },
  ]);
  const tags = new Map([
    [
      'kustomization.yaml',
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: [{name: a, newTag: "1"}]\n',
    ],
  ]);
  const base = new Map([
    ['kustomization.yaml', 'resources: [a.yaml]\n'],
    ['a.yaml', workload('a', 'a')],
  ]);
  const { overlay: withTags } = newOverlays(
    new Map([['own', { name: 'own', version: '', files: base }]]),
    new Map([['tags', { name: 'tags', version: '', files: tags }]]),
  );
  expect(withTags('ledger', { ...ledger, base: 'own', set: {}, components: ['tags'] }).problems).toEqual([]);
});

test('replicas can be set where there is exactly one workload', () => {
  const problems = (...names: readonly string[]) =>
    onBase(
      {
        'kustomization.yaml': 'resources: [a.yaml]\n',
        'a.yaml': [
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
          ...names.map((name) => workload(name, 'a:1')),
        ].join('---\n'),
      },
      { set: { replicas: 2 } },
    ).problems.map(({ path, message }) => [path.join('.'), message]);
  expect(problems()).toEqual([
    ['set.replicas', 'The base "own" has no workload with replicas, so `set.replicas` cannot be applied.'],
  ]);
  expect(problems('a', 'b')).toEqual([
    ['set.replicas', 'The base "own" has several workloads ("a", "b"), so `set.replicas` cannot be applied.'],
  ]);
  expect(problems('a')).toEqual([]);
});

test('replicas that an autoscaler owns cannot be set', () => {
  const application = { ...ledger, components: ['autoscaling'], set: { ...ledger.set, replicas: 3 } };
  expect(overlays('ledger', application).problems).toEqual([
    {
      path: ['set', 'replicas'],
      message:
        'The number of replicas belongs to the HorizontalPodAutoscaler "web", so `set.replicas` cannot be applied.',
      help: 'Remove `set.replicas`, or the component that brings the autoscaler.',
    },
  ]);
});

test('a base may not lead out of its folder, nor out of the repository', () => {
  const { authored: faults, problems } = onBase({
    'kustomization.yaml': 'resources:\n  - ../web-service\n  - https://github.com/acme/x?ref=main\n',
  });
  expect(problems).toEqual([]);
  expect(
    faults.map(({ severity, message, help, at }) => {
      const { source, start } = at?.span ?? { source: { path: '', text: '' }, start: 0 };
      const { line, column } = positionAt(source, start);
      return [severity, `${source.path}:${line}:${column}`, message, help];
    }),
  ).toEqual([
    [
      'error',
      'spokes/bases/own/kustomization.yaml:2:5',
      '"../web-service" leads out of spokes/bases/own.',
      'Copy what it needs into the folder.',
    ],
    [
      'error',
      'spokes/bases/own/kustomization.yaml:3:5',
      '"https://github.com/acme/x?ref=main" is not in this repository: what it holds could change without a commit here.',
      'Copy it into the folder.',
    ],
  ]);
});

test('what is not imitated is allowed, with a warning, and the objects are not known', () => {
  const { authored: faults, objects } = onBase({
    'kustomization.yaml': 'resources: [a.yaml]\nreplacements: []\n',
    'a.yaml': workload('a', 'a:1'),
  });
  expect(objects).toBeUndefined();
  expect(faults.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', '`replacements` is not imitated, so the objects that kustomize makes of this folder are not checked.'],
  ]);
});
