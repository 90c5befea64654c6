import { beforeAll, describe, expect, test } from 'vitest';
import { luaRunner } from '../../testing/run-lua.ts';
import { healthChecks } from './health-checks.ts';

const gates = [
  { group: 'argoproj.io', kind: 'Application' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'kro.run', kind: 'ResourceGraphDefinition' },
  { group: 'kro.run', kind: 'EKSCluster' },
];

let run: Awaited<ReturnType<typeof luaRunner>>;
beforeAll(async () => {
  run = await luaRunner();
});

const judge = (groupKind: string, obj: unknown) =>
  run(healthChecks(gates)[`resource.customizations.health.${groupKind}`] ?? '', obj);

test('every kind that gates gets a check, but for those that Argo CD judges itself', () => {
  expect(Object.keys(healthChecks(gates))).toEqual([
    'resource.customizations.health.argoproj.io_Application',
    'resource.customizations.health.kro.run_ResourceGraphDefinition',
    'resource.customizations.health.kro.run_EKSCluster',
  ]);
});

test('a kind that nobody can judge is a fault of ours: it would count as healthy at once', () => {
  expect(() => healthChecks([{ group: 'example.com', kind: 'Thing' }])).toThrow(
    'example.com/Thing gates, but there is no health check for it',
  );
});

describe.each(Object.entries(healthChecks(gates)))('%s', (_, script) => {
  test('runs on an object of which nothing is known yet, with what Argo CD gives to scripts', () => {
    for (const status of [undefined, {}]) {
      expect(run(script, { metadata: { generation: 1 }, spec: {}, status })).toMatchObject({ status: 'Progressing' });
    }
  });
});

describe('the check of graphs and instances', () => {
  const instance = (status: unknown, metadata = {}) =>
    judge('kro.run_EKSCluster', { metadata: { generation: 2, ...metadata }, status });
  const ready = (status: string, more = {}) => ({ type: 'Ready', status, observedGeneration: 2, ...more });

  test('believes what kro says of this generation', () => {
    expect(instance({ conditions: [ready('True')] })).toEqual({ status: 'Healthy', message: '' });
    expect(instance({ conditions: [ready('True', { observedGeneration: 1 })] })).toEqual({
      status: 'Progressing',
      message: 'the status is of an older generation',
    });
    expect(instance({ conditions: [ready('True')] }, { deletionTimestamp: '2026-01-01T00:00:00Z' })).toEqual({
      status: 'Progressing',
      message: 'deleting',
    });
  });

  test('says what kro waits for', () => {
    const waits = { type: 'ResourcesReady', status: 'False', message: 'node cluster is not ready' };
    expect(instance({ state: 'IN_PROGRESS', conditions: [waits, ready('False')] })).toEqual({
      status: 'Progressing',
      message: 'node cluster is not ready',
    });
    expect(instance({ conditions: [ready('Unknown', { reason: 'AwaitingReconciliation' })] })).toEqual({
      status: 'Progressing',
      message: 'AwaitingReconciliation',
    });
  });

  test('says what the cloud refused, node by node, in the same order each time', () => {
    const said = {
      terminal: { nodeGroups: ['blue-web: no such type'], cluster: [] },
      recoverable: { vpc: ['blue: not allowed', 'blue: not allowed either'], key: [] },
    };
    expect(instance({ ...said, conditions: [ready('False')] })).toEqual({
      status: 'Degraded',
      message: 'nodeGroups blue-web: no such type; vpc blue: not allowed; vpc blue: not allowed either',
    });
    expect(instance({ ...said, conditions: [ready('True')] })).toMatchObject({ status: 'Healthy' });
    const many = Object.fromEntries(['z', 'b', 'a', 'y', 'c'].map((node) => [node, ['x: no']]));
    expect(instance({ recoverable: many, conditions: [ready('False')] })).toMatchObject({
      message: 'a x: no; b x: no; c x: no; y x: no; z x: no',
    });
  });

  test('takes empty lists for no fault, also where kro left them out', () => {
    expect(instance({ recoverable: { vpc: [] }, terminal: {}, conditions: [ready('False')] })).toMatchObject({
      status: 'Progressing',
    });
  });

  test('takes a graph that kro refuses for a fault, and one that it has not looked at for none', () => {
    const graph = (status: string) =>
      judge('kro.run_ResourceGraphDefinition', {
        metadata: { generation: 2 },
        status: { state: 'Inactive', conditions: [ready(status, { message: 'schema not found' })] },
      });
    expect(graph('False')).toEqual({ status: 'Degraded', message: 'schema not found' });
    expect(graph('Unknown')).toEqual({ status: 'Progressing', message: 'schema not found' });
  });
});

describe('the check of Applications', () => {
  const source = { repoURL: 'https://example.com/fleet.git', path: 'out/a', targetRevision: 'main' };
  const synced = {
    health: { status: 'Healthy' },
    sync: { status: 'Synced', comparedTo: { source } },
    operationState: { phase: 'Succeeded' },
  };
  const application = (status: unknown, more = {}) =>
    judge('argoproj.io_Application', { spec: { source }, status, ...more });

  test('is the verdict of the Application, once it is about the present spec', () => {
    expect(application(synced)).toEqual({ status: 'Healthy', message: '' });
    expect(application({ ...synced, health: { status: 'Degraded', message: 'refused' } })).toEqual({
      status: 'Degraded',
      message: 'refused',
    });
    const elsewhere = { ...source, path: 'out/b' };
    for (const comparedTo of [{ source: elsewhere }, { sources: [source] }, {}, undefined]) {
      expect(application({ ...synced, sync: { status: 'Synced', comparedTo } })).toMatchObject({
        status: 'Progressing',
        message: 'the status is of an older spec',
      });
    }
  });

  test('waits for a sync that is queued or runs, and for what is healthy but not synced', () => {
    expect(application(synced, { operation: { sync: {} } })).toMatchObject({ message: 'a sync is queued' });
    for (const phase of ['Running', 'Terminating']) {
      expect(application({ ...synced, operationState: { phase, message: 'wave 3' } })).toEqual({
        status: 'Progressing',
        message: 'wave 3',
      });
    }
    expect(application({ ...synced, sync: { ...synced.sync, status: 'OutOfSync' } })).toEqual({
      status: 'Progressing',
      message: 'healthy, but OutOfSync',
    });
  });
});
