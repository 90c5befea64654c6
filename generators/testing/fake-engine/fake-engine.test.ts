import { expect, test, vi } from 'vitest';
import { clusterName, pathTo, positionOf } from '../../delivery/delivered.ts';
import { sha256 } from '../../disk/sha256.ts';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { compareRecords } from '../../emit/records/compare-records.ts';
import { compiledTree } from '../../emit/tree/compiled-tree.ts';
import { expandSpoke } from '../../expand/expand-spoke.ts';
import { flatten } from '../../expand/expanded-object.ts';
import type { Facts } from '../../model/output.ts';
import { filesOf } from '../example-fleet.ts';
import { repository } from '../repository.ts';
import { fakeEngine } from './fake-engine.ts';

// A fleet's hubs choose among the engines of the registry: here the postman has the place of the one that there is.
vi.mock('../../delivery/registry.ts', async () => {
  const { fakeEngine: argocd } = await import('./fake-engine.ts');
  return { delivery: { argocd } };
});

const { outputs = [], diagnostics } = await repository().compile();
const files = filesOf(outputs);
const units = fakeEngine.deliver(files);
const unit = (name: string) => units.find((one) => one.name === name);

test('a fleet is compiled for it, without a word of another engine', () => {
  expect(diagnostics).toEqual([]);
  expect([...files].filter(([, text]) => text.includes('argoproj')).map(([path]) => path)).toEqual([]);
});

test('it has a library of its own, so that other hubs of the repository may have another engine', () => {
  const found = unit('library')
    ?.objects()
    .map(({ object }) => object.kind);
  expect(found?.includes('ResourceGraphDefinition')).toBe(true);
  const graphs = [...files.keys()].filter((path) => path.startsWith('out/shared/kro-rgds/'));
  expect(graphs.filter((path) => !path.startsWith('out/shared/kro-rgds/aws/v1-post/'))).toEqual([]);
});

test('everything that is written for a cluster is delivered to it, in its order', () => {
  const infrastructure = unit('blue-infrastructure');
  expect(infrastructure && pathTo(infrastructure).map(({ name }) => name)).toEqual([
    'hub',
    'spoke-blue',
    'blue-infrastructure',
  ]);
  expect(infrastructure && [clusterName(infrastructure.cluster), ...positionOf(infrastructure)]).toEqual([
    'the hub',
    0,
    3,
  ]);
  expect(units.flatMap((one) => one.problems())).toEqual([]);
});

test('a hub keeps the engine that it has, whether its record says so or is older than the choice', () => {
  const { owners } = compiledTree(outputs, sha256);
  const ofHub = owners.filter(({ owner }) => owner.kind === 'hub');
  const told = (facts: Facts) => {
    const records = ofHub.map(({ owner, record: path }) => ({
      ...{ owner, input: '', facts, files: new Map(), path, text: '' },
    }));
    const found = compareRecords({ records, paths: new Set(records.map(({ path }) => path)) }, ofHub);
    return found.map(({ code, message }) => `${code} ${message}`);
  };
  const { delivery, ...older } = ofHub[0]?.facts ?? {};
  expect(told({ ...older, ...(delivery && { delivery }) })).toEqual([]);
  expect(told({ ...older, delivery: 'pigeons' })).toEqual([
    'lifecycle/changed-hub The engine of hub "hub" cannot change from "pigeons" to "post".',
  ]);
  expect(told(older)).toEqual(['lifecycle/changed-hub The engine of hub "hub" cannot change from "argocd" to "post".']);
});

test('objects carry its marks: what stays, and what a person must approve', () => {
  const retentionOf = (name: string, kind: string) =>
    unit(name)
      ?.objects()
      .filter(({ object }) => object.kind === kind)
      .map(({ object }) => object.metadata.annotations?.['post.example/retention']);
  expect(retentionOf('account-main', 'Namespace')).toEqual(['keep', 'keep']);
  expect(retentionOf('blue-infrastructure', 'EKSCluster')).toEqual(['confirm']);
});

test('its registration is part of the graph that makes a cluster, as far as the graph can tell', () => {
  const tree = expandSpoke('blue', units, vendoredKinds());
  const made = flatten(tree ? [tree] : []).filter(({ resource }) => resource === 'address');
  expect(made.map(({ object }) => object)).toMatchObject([
    { kind: 'ConfigMap', metadata: { name: 'address-blue' }, data: { server: '‹cluster.status.endpoint›' } },
  ]);
});
