import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindsOfCrd } from '../../scripts/vendor-schemas/reduce-crd.mjs';
import { shareSubtrees } from '../../scripts/vendor-schemas/share-subtrees.mjs';
import type { RawSchema } from '../schema/structural/structural-schema.ts';
import { type KindIndex, kindFiles } from './kinds.ts';

interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema: { readonly openAPIV3Schema: RawSchema };
    }[];
  };
}

const folder = new URL('../../schemas/kubernetes/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const index = JSON.parse(read('index.json')) as KindIndex;
const crds = readdirSync(new URL('crds/', folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.json'),
);

test('a schema is read when its kind is first asked for, and once', () => {
  const paths: string[] = [];
  const kinds = kindFiles(index, (path) => {
    paths.push(path);
    return read(path);
  });
  expect(paths).toEqual([]);
  expect(kinds.get('argoproj.io/v1alpha1', 'AppProject')).toBe(kinds.get('argoproj.io/v1alpha1', 'AppProject'));
  expect(paths).toEqual(['compact/argoproj.io/v1alpha1/AppProject.json']);
  kinds.get('v1', 'ConfigMap');
  expect(paths.slice(1)).toEqual(['builtin/core/v1/ConfigMap.json']);
  for (const kind of ['ConfigMap', 'Secret']) expect(kinds.get('v1', kind)?.root.type).toBe('object');
  expect(paths.slice(2)).toEqual(['builtin/object-meta.json', 'builtin/core/v1/Secret.json']);
});

test('kinds that no file describes stand beside those of files, and in the place of some', () => {
  const added = {
    apiVersion: 'a.io/v1',
    kind: 'B',
    plural: 'bs',
    scope: 'Cluster',
    schema: { type: 'object' },
  } as const;
  const kinds = kindFiles(index, read)
    .with([added])
    .with([{ ...added, apiVersion: 'v1', kind: 'Secret' }]);
  expect(kinds.get('a.io/v1', 'B')).toMatchObject({ group: 'a.io', version: 'v1', isBuiltin: false });
  expect(kinds.get('a.io/v1', 'B')?.root.required).toEqual(['apiVersion', 'kind', 'metadata']);
  expect(kinds.get('v1', 'Secret')).toMatchObject({ group: '', version: 'v1', scope: 'Cluster' });
  expect(kinds.get('v1', 'ConfigMap')?.isBuiltin).toBe(true);
  expect(kinds.names).toEqual([...Object.keys(index), 'a.io/v1/B', 'v1/Secret']);
});

test('what nobody vendored is unknown', () => {
  const kinds = kindFiles(index, read);
  expect(kinds.get('argoproj.io/v1beta1', 'AppProject')).toBeUndefined();
  expect(kinds.get('constructor', 'name')).toBeUndefined();
});

test.each(Object.entries(index))('%s is what its file says', (name, entry) => {
  const slash = name.lastIndexOf('/');
  const kind = kindFiles(index, read).get(name.slice(0, slash), name.slice(slash + 1));
  expect(kind).toMatchObject({
    apiVersion: name.slice(0, slash),
    kind: name.slice(slash + 1),
    plural: entry.plural,
    scope: entry.scope,
  });
  expect(kind?.group ? `${kind.group}/${kind.version}` : kind?.version).toBe(kind?.apiVersion);
  expect(JSON.parse(read(entry.file))).toMatchObject({ kind: kind?.kind, plural: entry.plural, scope: entry.scope });
});

test.each(crds)('%s is a CRD that an API server would take', (path) => {
  const crd = JSON.parse(read(`crds/${path}`)) as Crd;
  const { group, names, scope, versions } = crd.spec;
  expect([crd.apiVersion, crd.kind]).toEqual(['apiextensions.k8s.io/v1', 'CustomResourceDefinition']);
  expect(crd.metadata).toEqual({ name: `${names.plural}.${group}` });
  expect(path.replaceAll('\\', '/')).toBe(`${group}/${names.kind}.json`);
  expect(['Namespaced', 'Cluster']).toContain(scope);
  expect(versions.filter((version) => version.storage)).toHaveLength(1);
  for (const { name, served, schema } of versions) {
    expect(schema.openAPIV3Schema.type).toBe('object');
    if (served) expect(index[`${group}/${name}/${names.kind}`]).toMatchObject({ plural: names.plural, scope });
  }
});

test('the compact form is what the script makes of the CRDs', () => {
  for (const path of crds) {
    for (const { schema, ...kind } of kindsOfCrd(JSON.parse(read(`crds/${path}`)))) {
      const compact = `compact/${kind.group}/${kind.version}/${kind.kind}.json`;
      expect(existsSync(new URL(compact, folder))).toBe(true);
      expect(JSON.parse(read(compact))).toEqual({ ...kind, ...shareSubtrees(schema) });
    }
  }
});
