import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleObjects } from '../testing/sample-objects.ts';
import { type CheckOptions, checkManifest } from './check-manifest.ts';
import { type KindIndex, kindFiles } from './kinds.ts';

const folder = new URL('../../schemas/kubernetes/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const kinds = kindFiles(JSON.parse(read('index.json')) as KindIndex, read);

function check(manifest: Readonly<Record<string, unknown>>, options?: CheckOptions): string[] {
  const kind = kinds.get(String(manifest['apiVersion']), String(manifest['kind']));
  if (kind === undefined) throw new Error(`no schema of ${String(manifest['kind'])}`);
  return checkManifest(manifest, kind, options).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const configMap = (metadata: unknown, rest = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata, ...rest });
const inDefault = { name: 'a', namespace: 'default' };

test.each(sampleObjects.map((object) => [String(object['kind']), object] as const))(
  'a valid %s passes',
  (_, object) => {
    expect(check(object)).toEqual([]);
  },
);

test('the mistakes of an Application are found where they stand', () => {
  const [application] = sampleObjects;
  const spec = application?.['spec'] as Record<string, unknown>;
  const { project: _, ...rest } = spec;
  const broken = { ...rest, sorce: {}, syncPolicy: { retry: { limit: 'x' } }, ignoreDifferences: [{ kind: 5 }] };
  expect(check({ ...application, spec: broken })).toEqual([
    'spec.ignoreDifferences.0.kind: 5 is not a string; write "5" in quotes.',
    'spec.syncPolicy.retry.limit: "x" is not an integer.',
    'spec.sorce: Unknown field "sorce"; the nearest is "source".',
    'spec: Required field "project" is missing.',
  ]);
});

test('built-in kinds are checked for the values that API servers take', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: inDefault };
  expect(check({ ...service, spec: { type: 'ClusterIp', ports: [{ port: 70000 }] } })).toEqual([
    'spec.type: "ClusterIp" is not one of "ClusterIP", "ExternalName", "LoadBalancer", "NodePort".',
    'spec.ports.0.port: 70000 is too large; it must be at most 65535.',
  ]);
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: inDefault };
  expect(check({ ...quota, spec: { hard: { 'requests.memory': '20GB' } } })).toEqual([
    'spec.hard.requests.memory: "20GB" is not a quantity such as "500m" or "2Gi".',
  ]);
});

test('an object has an apiVersion, a kind, metadata and a name', () => {
  expect(check(configMap(undefined))).toEqual([': Required field "metadata" is missing.']);
  expect(check(configMap({ namespace: 'default' }))).toEqual(['metadata: Required field "name" is missing.']);
  expect(check(configMap({ generateName: 'a-', namespace: 'default' }))).toEqual([]);
  expect(check(configMap({ ...inDefault, nmespace: 'b' }))).toEqual([
    'metadata.nmespace: Unknown field "nmespace"; the nearest is "namespace".',
  ]);
});

test('a namespace is given exactly where the kind lives in one', () => {
  expect(check(configMap({ name: 'a' }))).toEqual([
    'metadata: Required field "namespace" is missing; kind ConfigMap lives in a namespace.',
  ]);
  expect(check(configMap({ name: 'a' }), { namespaceOptional: true })).toEqual([]);
  expect(check(configMap({ name: 'a' }), { templates: true })).toEqual([]);
  expect(check(configMap({ name: 'a', namespace: 'A.b' }))).toEqual([
    'metadata.namespace: "A.b" is not the name of a namespace, which is at most 63 lower-case letters, digits and "-", with a letter or digit at both ends.',
  ]);
  expect(check({ apiVersion: 'v1', kind: 'Namespace', metadata: inDefault })).toEqual([
    'metadata.namespace: The namespace "default" has no place here; kind Namespace belongs to the whole cluster.',
  ]);
});

test('a name is what its kind allows', () => {
  expect(check(configMap({ ...inDefault, name: 'a.b-c' }))).toEqual([]);
  expect(check(configMap({ ...inDefault, name: 'A_b' }))).toEqual([
    'metadata.name: "A_b" cannot name this ConfigMap; a name is at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at the ends and around every ".".',
  ]);
  expect(check({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a.b' } })).toHaveLength(1);
  expect(
    check({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'Fleet:a.b' },
      rules: [],
    }),
  ).toEqual([]);
});

test('labels, annotations and finalizers keep to their syntax', () => {
  const keySays = 'a name of at most 63 letters, digits, "-", "_" and ".", alone or after a DNS name and "/"';
  const valueSays = 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
  expect(check(configMap({ ...inDefault, labels: { 'a/b/c': 'x', ok: 'not ok', five: 5 } }))).toEqual([
    'metadata.labels.five: 5 is not a string; write "5" in quotes.',
    `metadata.labels.a/b/c: "a/b/c" is not a key of labels, which is ${keySays}.`,
    `metadata.labels.ok: "not ok" is not the value of a label, which is ${valueSays}.`,
  ]);
  expect(check(configMap({ ...inDefault, annotations: { 'Example.com/A': 'any text', 'a b': '' } }))).toEqual([
    `metadata.annotations.a b: "a b" is not a key of annotations, which is ${keySays}.`,
  ]);
  expect(check(configMap({ ...inDefault, finalizers: ['example.com/a', ''] }))).toEqual([
    `metadata.finalizers.1: "" is not the name of a finalizer, which is ${keySays}.`,
  ]);
});

test('annotations take at most 256 KiB of UTF-8', () => {
  expect(check(configMap({ ...inDefault, annotations: { a: 'x'.repeat(262_143) } }))).toEqual([]);
  expect(check(configMap({ ...inDefault, annotations: { a: 'é'.repeat(131_072) } }))).toEqual([
    'metadata.annotations: The annotations take 262145 bytes; at most 262144 are allowed.',
  ]);
});

test('in a template, names, namespaces and labels may be expressions', () => {
  const metadata = {
    name: '${schema.metadata.name}-A',
    namespace: '${x}',
    labels: { a: '${b} c' },
    annotations: { d: '${e}' },
  };
  expect(check(configMap(metadata, { data: '${schema.spec.data}' }), { templates: true })).toEqual([]);
  expect(check(configMap(metadata))).toHaveLength(3);
});

test('a kustomization needs no metadata and is checked all the same', () => {
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: ['a.yaml'] };
  expect(check(kustomization)).toEqual([]);
  expect(check({ ...kustomization, resource: [] })).toEqual([
    'resource: Unknown field "resource"; the nearest is "resources".',
  ]);
});

test('any JSON is judged, never thrown at', () => {
  const { names } = kinds;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (name, value, templates) => {
      const slash = name.lastIndexOf('/');
      const kind = kinds.get(name.slice(0, slash), name.slice(slash + 1));
      if (kind === undefined) throw new Error(name);
      for (const object of [
        value,
        { metadata: value, spec: value },
        { metadata: { name: value, labels: value, annotations: value, finalizers: value } },
      ]) {
        for (const { message } of checkManifest(object, kind, { templates })) expect(message).toMatch(/\.$/);
      }
    }),
  );
});
