import { expect, test } from 'vitest';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub, Spoke } from '../../model/fleet.ts';
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

test('the root is in the project that is always there, and refuses what another Application has', () => {
  expect(argocd.bootstrap(hub, fleet)).toMatchObject({
    metadata: { name: 'west' },
    spec: { project: 'default', source: { path: 'out/hubs/west/argocd' } },
  });
  expect(JSON.stringify(argocd.bootstrap(hub, fleet))).toContain('FailOnSharedResource=true');
});

test('neither the end of a parameter file nor that of the set takes the parent of a spoke', () => {
  expect(argocd.fleet(hub, fleet)).toMatchObject([
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
  const of = (one: Bundle) => optionsOf(argocd.hub(hub, fleet, [one], [])['applications.yaml']?.[0]);
  expect(of(bundle)).toEqual([undefined, 0]);
  expect(of({ ...bundle, confirmDeletion: true })).toEqual(['Prune=false,Delete=confirm', 1]);
});

test('on a spoke, what leaves is deleted, infrastructure once a person approves', () => {
  const spoke = { name: 'blue' } as Spoke;
  const of = (one: Bundle) => optionsOf(argocd.spoke(spoke, fleet, [one], [])['applications.yaml']?.[0]);
  expect(of(bundle)).toEqual([undefined, 1]);
  expect(of({ ...bundle, confirmDeletion: true })).toEqual(['Prune=confirm,Delete=confirm', 1]);
});
