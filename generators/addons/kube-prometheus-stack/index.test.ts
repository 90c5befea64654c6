import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import kubePrometheusStack from './index.ts';
import options from './options.ts';

const values = (given: unknown) =>
  kubePrometheusStack.chart?.values({ spoke: { name: 'blue' } as Spoke, options: options.parse(given) as never });

test('it keeps two weeks on a volume, and drops the oldest before that is full', () => {
  expect(values({ storage: { size: 10, class: 'gp3' } })).toMatchObject({
    prometheus: {
      prometheusSpec: {
        retention: '15d',
        retentionSize: '9216MB',
        storageSpec: {
          volumeClaimTemplate: {
            spec: { storageClassName: 'gp3', resources: { requests: { storage: '10Gi' } } },
          },
        },
      },
    },
  });
});

test('what it measures is marked with the cluster, and monitors of all releases count', () => {
  expect(values({})).toMatchObject({
    prometheus: {
      prometheusSpec: { externalLabels: { cluster: 'blue' }, serviceMonitorSelectorNilUsesHelmValues: false },
    },
  });
});

test('Grafana runs where a Secret has its password, and Alertmanager where nobody says no', () => {
  expect(values({})).toMatchObject({ grafana: { enabled: false }, alertmanager: { enabled: true } });
  expect(values({ grafana: { adminSecret: 'grafana-admin' }, alertmanager: false })).toMatchObject({
    grafana: { enabled: true, admin: { existingSecret: 'grafana-admin' } },
    alertmanager: { enabled: false },
  });
});

test('a time without a unit is refused', () => {
  expect(options.safeParse({ retention: '15' }).success).toBe(false);
});
