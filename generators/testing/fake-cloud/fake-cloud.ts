import { z } from 'zod';
import type { Cloud } from '../../clouds/cloud.ts';
import { exampleSpoke } from '../../diagnostics/example-files.ts';
import type { GeneratedKind } from '../../kube/kinds.ts';
import { fleetCheck } from '../../model/check.ts';
import type { CloudModel } from '../../model/cloud-model.ts';
import { controllerBundle } from '../../model/controller-bundle.ts';
import { spokeNamespace } from '../../model/out-paths.ts';
import type { ControllerFamily, Rgd } from '../../model/rgd.ts';

/** The group of its two kinds: a cloud here is a field, on which clusters are tents. */
const GROUP = 'camp.example/v1';

const meadow = 'cloud: camp\nid: "000000000042"\nregions: [eu-camp-1]\n';
const tent = (policy: string): Readonly<Record<string, string>> => ({
  'config/accounts/meadow.yaml': meadow,
  'config/spokes/tent.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', `deletionPolicy: ${policy}`)
    .replace('main', 'meadow')
    .replace('eu-west-1', 'eu-camp-1'),
});

/** Only its own spokes are judged by it. */
const leftBehind = fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A tent is taken along.',
  details: 'Who leaves one in the field loses the pitch.',
  good: tent('delete'),
  bad: tent('retain'),
  *run({ spokes }) {
    for (const { name, deletionPolicy, locate } of spokes.values())
      if (deletionPolicy === 'retain')
        yield { message: `The tent of "${name}" would be left behind.`, at: locate(['deletionPolicy']) };
  },
});

/** The smallest cloud that there can be, as an example of the contract. */
export const fakeCloud: Cloud = {
  title: 'Camp',
  service: 'Tents',
  zones: { 'eu-camp-1': ['eu-camp-1a', 'eu-camp-1b', 'eu-camp-1c'] },
  kubernetesVersions: ['1.35'],
  managedAddons: {
    title: 'gear',
    path: ['camp', 'gear'],
    configuration: 'settings',
  },
  // What graphs make decides which controllers a hub gets.
  controllers: (apiVersions) =>
    [...apiVersions].includes(GROUP)
      ? [
          {
            name: 'camp',
            bundle: () =>
              controllerBundle('camp', 'camp-system', {
                repo: 'oci://camp.example/charts',
                chart: 'camp',
                version: '1.0.0',
                releaseName: 'camp',
                values: {},
              }),
          },
        ]
      : [],
  domains: ['camp.example'],
  namespace: 'camp-system',
  hubObjects: ({ name }) => ({
    'camp.yaml': [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'camp', namespace: 'camp-system' },
        data: { hub: name },
      },
    ],
  }),
  scope: ({ id }, region) => ({ 'camp.example/ground': id, 'camp.example/field': region }),
  actionsFor: (kinds) => kinds.map((kind) => `camp:Put${kind}`),
  handoff: { hub: ({ name }) => ({ hub: name }), account: ({ id }) => ({ ground: id }) },
  start: {
    region: 'eu-camp-1',
    account: { pattern: /^[0-9]{12}$/, meaning: 'the number of a meadow', placeholders: { spokes: '2', hub: '1' } },
    kubernetes: '1.35',
    hub: () => ({}),
  },
  checks: { 'camp/left-behind': leftBehind },
};

/** What people may write of it alone: a section of its clusters, what is pinned of it, fields of node groups, accounts and hubs. */
export const fakeModel: CloudModel = {
  sections: {
    camp: z
      .strictObject({
        gear: z.record(z.string(), z.strictObject({})).default({}),
        pitch: z.enum(['grass', 'rock']).default('grass'),
      })
      .prefault({}),
  },
  versions: { camp: z.strictObject({ gear: z.record(z.string(), z.string()).default({}) }).prefault({}) },
  nodeGroup: { canvas: z.enum(['cotton', 'nylon']).default('cotton') },
  account: { fires: z.boolean().default(false) },
  hubVersions: { camp: z.string().default('1.0.0') },
};

/** What its controllers say, and want to know. */
const family: ControllerFamily = {
  owns: ({ apiVersion }) => apiVersion === GROUP,
  ready: (_resource, node) => `${node}.?status.?stands.orValue(false)`,
  fault: (_resource, kind) => `c.type == "${kind === 'terminal' ? 'Torn' : 'Wet'}" && c.status == "True"`,
  deletion: (policy) => ({ 'camp.example/on-leaving': policy }),
  tags: () => '${schema.spec.tags}',
};

/** Its library: one graph, of which every spoke has an instance. */
export const fakeGraph: Rgd = {
  name: 'camp-cluster',
  kind: 'CampCluster',
  apiVersion: 'v1alpha1',
  description: 'A tent on a pitch of its own.',
  family,
  spec: {
    version: 'string | required=true',
    tags: 'map[string]string | default={}',
    deletionPolicy: 'string | default="delete"',
  },
  status: { place: '${pitch.metadata.name}' },
  resources: [
    {
      id: 'pitch',
      template: { apiVersion: GROUP, kind: 'Pitch', metadata: { name: '${schema.metadata.name}' }, spec: {} },
    },
    {
      id: 'tent',
      template: {
        apiVersion: GROUP,
        kind: 'Tent',
        metadata: { name: '${schema.metadata.name}' },
        spec: { pitch: '${pitch.metadata.name}', version: '${schema.spec.version}' },
      },
    },
  ],
  features: () => [{ name: 'camps', kinds: ['Pitch', 'Tent'] }],
  ofSpoke: ({ name, versions, tags, deletionPolicy }, _fleet, mark) => ({
    file: 'cluster.yaml',
    manifest: {
      apiVersion: 'kro.run/v1alpha1',
      kind: 'CampCluster',
      metadata: { name, namespace: spokeNamespace(name), annotations: mark({ retention: 'confirm' }) },
      spec: { version: versions.kubernetes, tags, deletionPolicy },
    },
    traces: () => [{ at: ['spec', 'version'], from: ['versions', 'kubernetes'] }],
    facts: { tent: versions.kubernetes },
  }),
};

const text = { type: 'string' } as const;

/** Schemas of its two kinds, as its controllers bring them. */
export const fakeKinds: readonly GeneratedKind[] = [
  { kind: 'Pitch', plural: 'pitches', spec: {} },
  { kind: 'Tent', plural: 'tents', spec: { pitch: text, version: text } },
].map(({ kind, plural, spec }) => ({
  apiVersion: GROUP,
  kind,
  plural,
  scope: 'Namespaced',
  schema: {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: { ...spec, tags: { type: 'object', additionalProperties: text } },
      },
    },
  },
}));
