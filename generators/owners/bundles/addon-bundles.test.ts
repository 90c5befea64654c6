import { expect, test } from 'vitest';
import { defineAddon } from '../../addons/addon.ts';
import { type EnabledAddon, identitiesOf, manifestsOf, needsOf } from '../../addons/addon-parts.ts';
import type { Spoke } from '../../model/fleet.ts';
import { unmarked } from '../../model/marks.ts';
import { addonBundles } from './addon-bundles.ts';
import { stageWaves } from './stage-waves.ts';

const spoke = { name: 'blue', cloud: 'aws', versions: { addons: { mesh: '1.2.3' } } } as unknown as Spoke;
const gateway = { apiVersion: 'example.org/v1', kind: 'Gateway', metadata: { name: 'main' } };

interface Options {
  readonly replicas: number;
}

/** A chart with an object of a kind that it brings, and a role on one cloud. */
const addon = defineAddon<Options>({
  summary: 'A mesh.',
  namespace: { name: 'mesh', ownedBy: 'addon' },
  stage: 'platform',
  requires: [{ kubernetes: '1.33' }],
  clouds: {
    aws: {
      requires: [{ managed: 'vpc-cni' }],
      identities: () => [{ name: 'mesh', namespace: 'mesh', serviceAccount: 'mesh', policies: ['ReadOnlyAccess'] }],
    },
  },
  chart: {
    repo: 'https://charts.example.org',
    name: 'mesh',
    openValues: [],
    values: ({ options }) => ({ replicas: options.replicas }),
  },
  manifests: () => [gateway],
});
const mesh: EnabledAddon = { name: 'mesh', addon, context: { spoke, options: { replicas: 2 } as never } };

const system: EnabledAddon = { ...mesh, name: 'dns', addon: { ...addon, stage: 'system' } };

test('a chart comes first, and manifests beside it in the next wave', () => {
  expect(addonBundles(spoke, mesh, stageWaves([mesh], 4))).toMatchObject([
    {
      name: 'blue-mesh',
      wave: 5,
      namespace: 'mesh',
      createNamespace: true,
      source: { kind: 'chart', version: '1.2.3', releaseName: 'mesh', values: { replicas: 2 } },
    },
    {
      name: 'blue-mesh-manifests',
      wave: 6,
      kindMayBeMissing: true,
      source: { kind: 'path', path: expect.stringMatching(/\/addons\/mesh$/) },
    },
  ]);
});

test('a chart whose options ask for no manifests is alone', () => {
  const alone: EnabledAddon = { ...mesh, addon: { ...addon, manifests: () => [] } };
  const waves = stageWaves([alone], 4);
  expect(waves.applications).toBe(6);
  expect(addonBundles(spoke, alone, waves).map(({ name }) => name)).toEqual(['blue-mesh']);
});

test('stages follow each other, those without add-ons take no wave, and applications come last', () => {
  expect(stageWaves([], 4)).toEqual({ system: 4, platform: 5, workload: 5, applications: 5 });
  expect(stageWaves([mesh], 4)).toEqual({ system: 4, platform: 5, workload: 7, applications: 7 });
  expect(stageWaves([system, mesh], 4)).toEqual({ system: 4, platform: 6, workload: 8, applications: 8 });
});

test('what an add-on has on its cloud is added to what it has everywhere', () => {
  expect(needsOf(addon, 'aws')).toEqual([{ kubernetes: '1.33' }, { managed: 'vpc-cni' }]);
  expect(needsOf(addon, 'other')).toEqual([{ kubernetes: '1.33' }]);
  expect(manifestsOf(mesh, unmarked)).toEqual([gateway]);
  expect(identitiesOf(mesh).map(({ serviceAccount }) => serviceAccount)).toEqual(['mesh']);
});
