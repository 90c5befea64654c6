import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import keda from './index.ts';
import options from './options.ts';

const values = (given: unknown) =>
  keda.chart?.values({ spoke: { name: 'blue' } as Spoke, options: options.parse(given) as never });

test('two copies of each part run, of which a drained node takes one', () => {
  expect(values({})).toMatchObject({
    clusterName: 'blue',
    operator: { replicaCount: 2 },
    metricsServer: { replicaCount: 2 },
    podDisruptionBudget: { operator: { maxUnavailable: 1 }, webhooks: { maxUnavailable: 1 } },
  });
});

test('a single copy has no disruption budget, which would hold up every drain', () => {
  expect(values({ replicas: 1 })).toMatchObject({
    podDisruptionBudget: { operator: {}, metricServer: {}, webhooks: {} },
  });
});
