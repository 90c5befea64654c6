import { expect, test } from 'vitest';
import type { Manifest } from '../../model/manifest.ts';
import { filesOf } from '../../testing/example-fleet.ts';
import { repository } from '../../testing/repository.ts';
import { clusterName, type OutFiles, pathTo, positionOf } from '../delivered.ts';
import { deliver } from './deliver.ts';

const { outputs = [] } = await repository().compile();
const files = filesOf(outputs);
const unit = (name: string, among: OutFiles = files) => deliver(among).find((one) => one.name === name);

test('every unit says who delivers it, from where, where to and when', () => {
  const found = unit('blue-infrastructure');
  expect(found && pathTo(found).map(({ name }) => name)).toEqual(['hub', 'fleet', 'spoke-blue', 'blue-infrastructure']);
  expect(found).toMatchObject({
    hub: 'hub',
    cluster: 'hub',
    namespace: 'spoke-blue',
    folder: 'out/hubs/hub/spokes/blue/infrastructure',
    file: 'out/hubs/hub/spokes/blue/argocd/applications.yaml',
  });
  expect(found && positionOf(found)).toEqual([3, 0, 3]);
  expect(found?.objects().map(({ object, file }) => [object.kind, file])).toEqual([
    ['EKSCluster', 'out/hubs/hub/spokes/blue/infrastructure/cluster.yaml'],
  ]);
});

test('what a set makes names the set, and what stands elsewhere cannot be looked into', () => {
  expect(unit('spoke-blue')?.template).toMatchObject({
    object: { kind: 'ApplicationSet', metadata: { name: 'fleet' } },
    parameters: 'out/hubs/hub/fleet-parameters/blue.json',
  });
  expect(unit('kro')).toMatchObject({ closed: expect.stringMatching(/^chart kro .+ of registry\.k8s\.io/) });
  expect(unit('kro')?.objects()).toEqual([]);
});

test('objects need not be printed to be delivered', () => {
  const path = 'out/hubs/hub/spokes/blue/infrastructure/cluster.yaml';
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'instead' } };
  const found = unit(
    'blue-infrastructure',
    new Map<string, string | readonly Manifest[]>([...files, [path, [object]]]),
  );
  expect(found?.objects()).toEqual([{ object, file: path, order: 0 }]);
  expect(found && clusterName(found.cluster)).toBe('the hub');
});

test('what cannot be read is told', () => {
  const parameters = 'out/hubs/hub/fleet-parameters/blue.json';
  expect(unit('fleet', new Map([...files, [parameters, '{}']]))?.problems()).toContain(
    `${parameters}: {{ .name }} has no value that is a text, a number or a truth value`,
  );
  const without = new Map([...files].filter(([path]) => !path.startsWith('out/shared/')));
  expect(unit('library', without)?.problems()[0]).toMatch(/^out\/hubs\/hub\/library: /);
});

test('an Application that leads to itself is delivered once', () => {
  const applications = 'out/hubs/hub/argocd/applications.yaml';
  const text = (files.get(applications) ?? '').replaceAll('out/hubs/hub/fleet\n', 'out/hubs/hub/argocd\n');
  expect(text).not.toBe(files.get(applications));
  const names = deliver(new Map([...files, [applications, text]])).map(({ name }) => name);
  expect(names.filter((name) => name === 'fleet')).toEqual(['fleet']);
});
