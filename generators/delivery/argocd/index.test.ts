import { expect, test } from 'vitest';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub, Spoke } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Placed } from '../engine.ts';
import argocd from './index.ts';

const fleet = {
  config: { repository: { url: 'https://github.com/acme/platform', revision: 'refs/heads/main' } },
} as Fleet;
const hub = { name: 'west' } as Hub;
const bundle: Bundle = {
  name: 'thing',
  wave: 3,
  project: 'infrastructure',
  cluster: 'hub',
  namespace: 'spoke-blue',
  source: { kind: 'path', path: 'out/thing' },
};

const manifestsIn = (placed: readonly Placed[], path: string) =>
  placed.flatMap((file) => ('manifests' in file && file.path === path ? file.manifests : []));
const onHub = (path: string, bundles: readonly Bundle[] = []) =>
  manifestsIn(argocd.hub(hub, fleet, { bundles, gates: [], rights: [] }), `out/hubs/west/${path}`);

test('the root is in the project that is always there, and refuses what another Application has', () => {
  const root = onHub('bootstrap/hub-bootstrap.yaml');
  expect(root).toMatchObject([
    {
      metadata: { name: 'west' },
      spec: { project: 'default', source: { path: 'out/hubs/west/argocd' } },
    },
  ]);
  expect(JSON.stringify(root)).toContain('FailOnSharedResource=true');
});

test('neither the end of a parameter file nor that of the set takes the parent of a spoke', () => {
  expect(onHub('fleet/fleet.yaml')).toMatchObject([
    {
      kind: 'ApplicationSet',
      metadata: { finalizers: ['resources-finalizer.argocd.argoproj.io'] },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        // The file has a key `path` of its own, which the generator would write over.
        generators: [
          {
            git: {
              pathParamPrefix: 'file',
              files: [{ path: 'out/hubs/west/fleet-parameters/*.json' }],
              // As its controller writes it back.
              template: { metadata: {}, spec: { destination: {}, project: '' } },
            },
          },
        ],
        syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      },
    },
  ]);
});

const optionsOf = (manifest: unknown) => {
  const { annotations = {}, finalizers = [] } = (
    manifest as { metadata: { annotations?: Record<string, string>; finalizers?: string[] } }
  ).metadata;
  return [annotations['argocd.argoproj.io/sync-options'], finalizers.length];
};

test('on a hub, only what a person approves is deleted', () => {
  const of = (one: Bundle) => optionsOf(onHub('argocd/applications.yaml', [one])[0]);
  expect(of(bundle)).toEqual([undefined, 0]);
  expect(of({ ...bundle, confirmDeletion: true })).toEqual(['Prune=false,Delete=confirm', 1]);
});

test('on a spoke, what leaves is deleted, infrastructure once a person approves', () => {
  const spoke = { name: 'blue', hub: 'west' } as Spoke;
  const path = 'out/hubs/west/spokes/blue/argocd/applications.yaml';
  const of = (one: Bundle) =>
    optionsOf(manifestsIn(argocd.spoke(spoke, fleet, { bundles: [one], rights: [] }), path)[0]);
  expect(of(bundle)).toEqual([undefined, 1]);
  expect(of({ ...bundle, confirmDeletion: true })).toEqual(['Prune=confirm,Delete=confirm', 1]);
});

test('the set of all parents comes last, after everything that they need of the hub', () => {
  const names = onHub('argocd/applications.yaml', [bundle]).map((manifest) => (manifest as Manifest).metadata.name);
  expect(names).toEqual(['thing', 'fleet']);
});

test('a spoke that is retired has no parameters: its parent stays until a person deletes it', () => {
  const paths = (lifecycle: Spoke['lifecycle']) =>
    argocd
      .spoke({ name: 'blue', hub: 'west', lifecycle } as Spoke, fleet, { bundles: [], rights: [] })
      .map(({ path }) => path);
  expect(paths('retiring')).toContain('out/hubs/west/fleet-parameters/blue.json');
  expect(paths('retired')).not.toContain('out/hubs/west/fleet-parameters/blue.json');
});

test('a bundle says where its fields were written, and the engine where they stand', () => {
  const spoke = { name: 'blue', hub: 'west' } as Spoke;
  const traces = { namespace: ['applications', 'shop', 'namespace'], values: ['applications', 'shop', 'values'] };
  const placed = argocd.spoke(spoke, fleet, { bundles: [bundle, { ...bundle, traces }], rights: [] });
  const file = placed.find(({ path }) => path.endsWith('/applications.yaml')) as Exclude<Placed, { content: string }>;
  expect([file.traces?.(0), file.traces?.(1)]).toEqual([
    [],
    [
      { at: ['spec', 'destination', 'namespace'], from: traces.namespace },
      { at: ['spec', 'source', 'helm', 'valuesObject'], from: traces.values },
    ],
  ]);
});
