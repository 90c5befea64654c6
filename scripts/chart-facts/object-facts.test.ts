import { expect, test } from 'vitest';
import type { Manifest } from '../../generators/model/manifest.ts';
import { objectFacts } from './object-facts.ts';

const object = (apiVersion: string, kind: string, name: string, rest: object = {}) =>
  ({ apiVersion, kind, metadata: { name }, ...rest }) as unknown as Manifest;
const deployment = (name: string, spec: object) =>
  object('apps/v1', 'Deployment', name, { spec: { template: { spec } } });

test('objects stand by kind and scope, also those of kinds that the chart brings', () => {
  const crd = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'zones.example.com', {
    spec: { group: 'example.com', names: { kind: 'Zone' }, scope: 'Cluster' },
  });
  const { objects, brings } = objectFacts(
    [crd, object('example.com/v1', 'Zone', 'all'), object('v1', 'ConfigMap', 'b'), object('v1', 'ConfigMap', 'a')],
    'shop',
  );
  expect(objects).toEqual({
    cluster: {
      'apiextensions.k8s.io/v1/CustomResourceDefinition': ['zones.example.com'],
      'example.com/v1/Zone': ['all'],
    },
    namespaced: { 'v1/ConfigMap': ['shop/a', 'shop/b'] },
  });
  expect(brings).toEqual(['example.com/Zone']);
});

test('the level is the one that takes all pods, and the same object of two renderings counts once', () => {
  const plain = deployment('web', {
    serviceAccountName: 'web',
    containers: [{ ports: [{ name: 'http', containerPort: 80 }] }],
  });
  const host = deployment('agent', { hostNetwork: true, containers: [] });
  expect(objectFacts([plain, plain], 'shop')).toMatchObject({
    workloads: [{ name: 'Deployment shop/web', serviceAccount: 'web', ports: { http: 80 }, podSecurity: 'baseline' }],
    podSecurity: 'baseline',
  });
  expect(objectFacts([plain, host], 'shop').podSecurity).toBe('privileged');
  expect(objectFacts([], 'shop').podSecurity).toBe('restricted');
});

test('a webhook that says nothing fails closed', () => {
  const webhooks = [{ name: 'a.example.com', clientConfig: { service: { path: '/mutate' } } }];
  const configuration = object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'a', { webhooks });
  expect(objectFacts([configuration], 'shop').webhooks).toEqual([
    { name: 'a.example.com', path: '/mutate', failurePolicy: 'Fail' },
  ]);
});
