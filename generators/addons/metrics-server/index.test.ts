import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import metricsServer from './index.ts';
import options from './options.ts';

function values(given: unknown): unknown {
  return metricsServer.chart?.values({ spoke: {} as Spoke, options: options.parse(given) as never });
}

test('two copies run, and a drained node takes one of them', () => {
  expect(values({})).toEqual({ replicas: 2, podDisruptionBudget: { enabled: true, maxUnavailable: 1 } });
});

test('a single copy has no disruption budget, which would hold up every drain', () => {
  expect(values({ replicas: 1 })).toEqual({ replicas: 1, podDisruptionBudget: { enabled: false } });
});

test('values of the chart are taken as they are', () => {
  expect(options.parse({ values: { args: ['--v=2'] } })).toEqual({ replicas: 2, values: { args: ['--v=2'] } });
});
