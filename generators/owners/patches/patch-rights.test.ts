import { describe, expect, test } from 'vitest';
import { compileFleet } from '../../compile.ts';
import { newDiagnosticLog } from '../../diagnostics/diagnostic.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import type { PatchOperation } from '../../kube/json-patch.ts';
import { pathPointer } from '../../kube/json-patch.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ManifestFile, OutputFile } from '../../model/output.ts';
import type { Path } from '../../source/path.ts';
import { attacks, bounds } from '../../testing/patch-attacks.ts';
import { repository } from '../../testing/repository.ts';
import { sharedManifests } from '../shared-manifests.ts';
import { draftSpoke } from '../spoke.ts';
import { applyPatches } from './apply-patches.ts';
import { patchRules, readDomains } from './patch-rules.ts';

/** A spoke that has every kind of object. */
const all = repository({
  'config/config.yaml': `${repository().files['config/config.yaml']}`.replace(
    '  addons: {}\n',
    '      aws-ebs-csi-driver: v1.48.0-eksbuild.1\n  addons: {metricsServer: 3.13.1}\n',
  ),
  'config/teams/checkout.yaml': `accounts: [main]
members: {developers: {role: checkout-developers, access: edit}}
quota: {pods: 20, requests.cpu: 4}
namespaces: {checkout: {labels: {tier: front}}}
repository: {url: "https://github.com/acme/checkout", revision: refs/heads/main, path: "deploy/{spoke}"}
`,
  'config/spokes/blue.yaml': `environment: production
account: main
region: eu-west-1
network: {cidr: 10.0.0.0/18}
teams: [checkout]
eks: {addons: {aws-ebs-csi-driver: {}}}
addons: {metricsServer: {}, storageClasses: {}}
tags: {owner: checkout}
applications:
  shop: {team: checkout, namespace: checkout, base: web-service}
  redis: {team: checkout, namespace: checkout, chart: {repo: "oci://example.com/charts", name: redis, version: 1.0.0}, values: {a: 1}}
`,
});

const log = newDiagnosticLog();
const { fleet } = compileFleet(filesInMemory(all.files), vendoredMeans(), log);
if (fleet === undefined || log.hasErrors) throw new Error(JSON.stringify(log.sorted()));
const blue = fleet.spokes.get('blue') as Spoke;
const { files } = draftSpoke(blue, fleet, await sharedManifests(fleet)).draft;
const isManifestFile = (file: ManifestFile | OutputFile): file is ManifestFile => 'manifests' in file;
const objects = files
  .filter(isManifestFile)
  .flatMap(({ manifests }) => manifests)
  .filter((manifest): manifest is Manifest => 'metadata' in manifest);

type Writer = 'spoke' | 'platform';

/** Whether a writer may do this to an object. */
function isAllowed(writer: Writer, { kind, metadata }: Manifest, operation: PatchOperation): boolean {
  const { name, namespace } = metadata;
  const target = { kind, name, ...(namespace !== undefined && { namespace }) };
  const file = writer === 'spoke' ? blue.file : 'config/environments/production.yaml';
  const locate = () => ({ span: { source: { path: file, text: '' }, start: 0, end: 0 } });
  const { problems } = applyPatches({ ...blue, locate, patches: [{ target, patch: [operation] }] }, files);
  const codes = problems.map(({ code }) => code).filter((code) => code !== 'patch/forbidden');
  if (codes.length > 0) throw new Error(`${operation.op} ${operation.path} of ${kind}: ${problems[0]?.message}`);
  return problems.length === 0;
}

/** Every field, list and map below a value, and the value itself. */
function* nodes(value: unknown, at: Path = []): Generator<{ at: Path; value: unknown }> {
  if (at.length > 0) yield { at, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    yield* nodes(part, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** All that can be done at a place: other values and none, and more of what is in it. */
function* operationsAt(at: Path, value: unknown): Generator<PatchOperation> {
  const path = pathPointer(at);
  yield { op: 'remove', path };
  for (const other of ['other', {}, [], null, { ...(value as object), other: 'other' }])
    if (JSON.stringify(other) !== JSON.stringify(value)) yield { op: 'replace', path, value: other };
  if (Array.isArray(value)) yield { op: 'add', path: `${path}/-`, value: 'other' };
  else if (typeof value === 'object' && value !== null) {
    yield { op: 'add', path: `${path}/other`, value: 'other' };
    for (const domain of readDomains) yield { op: 'add', path: `${path}/x.${domain}~1other`, value: 'other' };
  }
}

/** Without the index of an item, without the domain of a key that an engine reads, and no deeper than three. */
function shortPath(path: string): string {
  const whole = path.replaceAll(/\/(\d+|-)(?=\/|$)/g, '/#').replace(/x\.[a-z0-9.]+~1other$/, 'READ');
  return whole.split('/').slice(0, 4).join('/');
}

/** What a writer may do to the objects of the spoke, by kind: places where some operation is allowed. */
function allowedTo(writer: Writer): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, Set<string>> = {};
  for (const object of objects) {
    for (const { at, value } of nodes(object)) {
      for (const operation of operationsAt(at, value)) {
        if (!isAllowed(writer, object, operation)) continue;
        found[object.kind] ??= new Set();
        found[object.kind]?.add(shortPath(operation.path));
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([kind, paths]) => [kind, [...paths].sort()]));
}

test('every kind of object is there', () => {
  expect([...new Set(objects.map(({ kind }) => kind))].sort()).toEqual([
    'AppProject',
    'Application',
    'EKSCluster',
    'LimitRange',
    'Namespace',
    'NetworkPolicy',
    'ResourceQuota',
    'RoleBinding',
    'StorageClass',
  ]);
});

test('the table speaks of no other', () => {
  const kinds = new Set(objects.map(({ kind }) => kind));
  expect(patchRules.flatMap((rule) => rule.kinds.filter((kind) => !kinds.has(kind)))).toEqual([]);
});

describe('of all that can be done to all fields of all objects of a spoke', () => {
  test('its file may do this', () => {
    expect(allowedTo('spoke')).toEqual({
      Application: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/metadata/labels',
        '/metadata/labels/other',
      ],
      EKSCluster: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/spec/logRetentionDays',
        '/spec/logTypes',
        '/spec/logTypes/#',
        '/spec/zonalShift',
      ],
      StorageClass: ['/metadata/annotations', '/metadata/annotations/other'],
    });
  });

  test('a layer may do this', () => {
    expect(allowedTo('platform')).toEqual({
      AppProject: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/metadata/labels',
        '/metadata/labels/other',
        '/spec/clusterResourceWhitelist',
        '/spec/clusterResourceWhitelist/#',
        '/spec/description',
        '/spec/namespaceResourceBlacklist',
        '/spec/namespaceResourceBlacklist/#',
      ],
      Application: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/metadata/labels',
        '/metadata/labels/other',
      ],
      EKSCluster: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/spec/logRetentionDays',
        '/spec/logTypes',
        '/spec/logTypes/#',
        '/spec/registration/annotations',
        '/spec/registration/labels',
        '/spec/zonalShift',
      ],
      LimitRange: ['/metadata/labels', '/metadata/labels/other', '/spec', '/spec/limits', '/spec/limits/#'],
      Namespace: [
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/metadata/labels',
        '/metadata/labels/other',
        '/metadata/labels/tier',
      ],
      NetworkPolicy: [
        '/metadata/labels',
        '/metadata/labels/other',
        '/spec',
        '/spec/READ',
        '/spec/egress',
        '/spec/egress/#',
        '/spec/ingress',
        '/spec/ingress/#',
        '/spec/other',
        '/spec/podSelector',
        '/spec/podSelector/READ',
        '/spec/podSelector/other',
        '/spec/policyTypes',
        '/spec/policyTypes/#',
      ],
      ResourceQuota: [
        '/metadata/labels',
        '/metadata/labels/other',
        '/spec',
        '/spec/hard',
        '/spec/hard/READ',
        '/spec/hard/other',
        '/spec/hard/pods',
        '/spec/hard/requests.cpu',
      ],
      RoleBinding: [
        '/metadata/labels',
        '/metadata/labels/other',
        '/subjects',
        '/subjects/#',
        '/subjects/#/READ',
        '/subjects/#/apiGroup',
        '/subjects/#/kind',
        '/subjects/#/name',
        '/subjects/#/other',
      ],
      StorageClass: [
        '/allowVolumeExpansion',
        '/metadata/annotations',
        '/metadata/annotations/other',
        '/parameters',
        '/parameters/READ',
        '/parameters/csi.storage.k8s.io~1fstype',
        '/parameters/encrypted',
        '/parameters/other',
        '/parameters/type',
        '/volumeBindingMode',
      ],
    });
  });
});

describe.each(['spoke', 'platform'] as const)('to the %s is refused', (writer) => {
  test.each(attacks)('%s', (_, { kind, name }, operation) => {
    const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
    expect(found).toHaveLength(1);
    expect(isAllowed(writer, found[0] as Manifest, operation)).toBe(false);
  });
});

test.each(bounds)('%s is for layers alone', (_, kind, operation) => {
  const object = objects.find((one) => one.kind === kind) as Manifest;
  expect(isAllowed('spoke', object, operation)).toBe(false);
  expect(isAllowed('platform', object, operation)).toBe(true);
});
