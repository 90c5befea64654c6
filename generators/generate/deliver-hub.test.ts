import { expect, test } from 'vitest';
import { exampleHub, exampleSpoke } from '../diagnostics/example-files.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import { filesInMemory } from '../load/files-in-memory.ts';
import { newSession } from '../session.ts';
import { positionAt } from '../source/source.ts';
import { type Files, repository } from '../testing/repository.ts';

const hub = 'config/hubs/hub.yaml';
const green = 'config/spokes/green.yaml';
const extra = 'hub/manifests/extra/extra.yaml';
const spoke = { [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') };
const listing = (folders: string) => ({ [hub]: exampleHub('[10.0.0.0/8]', `manifests: [${folders}]`) });

/** A folder of manifests with these objects, in flow style. */
const manifests = (...objects: readonly string[]) => ({
  ...listing('extra'),
  [extra]: objects.map((object) => `${object}\n`).join('---\n'),
});
const settings = (name: string, namespace: string, more = '') =>
  `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: ${namespace}${more}}}`;
const namespace = (name: string, more = '') => `{apiVersion: v1, kind: Namespace, metadata: {name: ${name}${more}}}`;
const wave = (number: number) => `, annotations: {argocd.argoproj.io/sync-wave: "${number}"}`;
const application = (name: string, project: string, more = '') =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: ${name}, namespace: argocd}, spec: {project: ${project}, source: {repoURL: https://charts.example.com, chart: thing, targetRevision: 1.0.0}, destination: {server: https://kubernetes.default.svc, namespace: things}${more}}}`;

type Diagnostics = Awaited<ReturnType<ReturnType<typeof repository>['compile']>>['diagnostics'];

const brief = (diagnostics: Diagnostics) =>
  diagnostics.map(({ code, message, at }) => {
    const { source, start } = at?.span ?? { source: { path: '', text: '' }, start: 0 };
    return `${code} ${source.path}:${positionAt(source, start).line} ${message}`;
  });

async function told(files: Files): Promise<readonly string[]> {
  return brief((await repository(files).compile()).diagnostics);
}

test.each([
  ['the hub', settings('argocd-cm', 'argocd'), 'ConfigMap "argocd-cm"', 'hub'],
  ['an account', namespace('account-main'), 'Namespace "account-main"', 'account-main'],
  [
    'the library',
    '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: wheelwright-kro-ekscluster.kro.run}, rules: []}',
    'ClusterRole "wheelwright-kro-ekscluster.kro.run"',
    'library',
  ],
  ['a spoke', namespace('spoke-green'), 'Namespace "spoke-green"', 'account-main'],
  [
    'a spoke, among what Argo CD has,',
    application('green-infrastructure', 'default', ', syncPolicy: {syncOptions: [CreateNamespace=true]}'),
    'Application "green-infrastructure"',
    'spoke-green',
  ],
])('what %s has is delivered by no manifests', async (_, object, name, other) => {
  expect(await told({ ...spoke, ...manifests(object) })).toEqual([
    `delivery/delivered-twice ${extra}:1 ${name} of Application "manifests-extra" would be delivered by Application "${other}", too.`,
  ]);
});

test('two folders that have the same are told once', async () => {
  const both = [settings('one', 'default'), settings('two', 'default')].join('\n---\n');
  const files = { ...listing('extra, more'), [extra]: both, 'hub/manifests/more/more.yaml': both };
  expect(await told(files)).toEqual([
    'delivery/delivered-twice hub/manifests/more/more.yaml:1 ConfigMap "one" and 1 more of Application "manifests-more" would be delivered by Application "manifests-extra", too.',
  ]);
  expect(await told({ ...files, ...listing('extra') })).toEqual([]);
});

const missing = (line: number, why: string) =>
  `delivery/missing-namespace ${extra}:${line} ConfigMap "one" stands in namespace "things", which ${why}.`;

test.each([
  ['nobody makes', [settings('one', 'things')], [missing(1, 'nobody makes')]],
  ['is told once', [settings('one', 'things'), settings('two', 'things')], [missing(1, 'nobody makes')]],
  ['comes with it', [settings('one', 'things'), namespace('things')], []],
  ['comes later', [settings('one', 'things'), namespace('things', wave(1))], [missing(1, 'is made later')]],
  ['comes before', [settings('one', 'things', wave(2)), namespace('things', wave(1))], []],
  [
    'an Application makes',
    [settings('one', 'things'), application('a', 'default', ', syncPolicy: {syncOptions: [CreateNamespace=true]}')],
    [],
  ],
  ['Kubernetes has', [settings('one', 'kube-public')], []],
  ['the engine is in', [settings('one', 'argocd')], []],
  ['a chart makes', [settings('one', 'kro-system')], []],
  ['a person accepts', [`# accept delivery/missing-namespace: Terraform makes it\n${settings('one', 'things')}`], []],
])('a namespace that %s', async (_, objects, expected) => {
  expect(await told(manifests(...objects))).toEqual(expected);
});

test('Applications of people may what their projects permit', async () => {
  expect(await told(manifests(application('mine', 'default')))).toEqual([]);
  expect(await told(manifests(application('mine', 'infrastructure')))).toEqual([
    `delivery/not-permitted ${extra}:1 Application "mine" goes to namespace "things", which AppProject "infrastructure" does not permit.`,
    `delivery/not-permitted ${extra}:1 Application "mine" reads "https://charts.example.com", which AppProject "infrastructure" does not permit.`,
  ]);
  const project = (repository: string) =>
    `{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: tools, namespace: argocd}, spec: {sourceRepos: ["${repository}"], destinations: [{server: https://kubernetes.default.svc, namespace: "*"}]}}`;
  const under = (repository: string) => told(manifests(application('mine', 'tools'), project(repository)));
  expect(await under('https://charts.example.com')).toEqual([]);
  // Of what is not imitated nothing is said.
  expect(await under('!https://charts.example.com')).toEqual([]);
  expect(await under('https://charts.example.org')).toEqual([
    `delivery/not-permitted ${extra}:3 Application "mine" reads "https://charts.example.com", which AppProject "tools" does not permit.`,
  ]);
});

test('in a session, a spoke that comes and goes is held against manifests that stay', async () => {
  const session = newSession(vendoredMeans(), filesInMemory(repository(manifests(namespace('spoke-green'))).files));
  const now = async () => brief((await session.compilation()).diagnostics).length;
  expect(await now()).toBe(0);
  session.edit(new Map(Object.entries(spoke)));
  expect(await now()).toBe(1);
  session.edit(new Map([[extra, namespace('spoke-greene')]]));
  expect(await now()).toBe(0);
  session.edit(new Map([[extra, namespace('spoke-green')]]));
  expect(await now()).toBe(1);
  session.edit(new Map([[green, undefined]]));
  expect(await now()).toBe(0);
});
