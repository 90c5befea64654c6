import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import envoyGateway from './index.ts';
import options from './options.ts';

const values = (given: unknown) =>
  envoyGateway.chart?.values({ spoke: {} as Spoke, options: options.parse(given) as never });

test('two controllers run, of which a drained node leaves one', () => {
  expect(values({})).toEqual({ deployment: { replicas: 2 }, podDisruptionBudget: { minAvailable: 1 } });
});

test('a single controller has no disruption budget, which would hold up every drain', () => {
  expect(values({ replicas: 1 })).toEqual({ deployment: { replicas: 1 }, podDisruptionBudget: { minAvailable: 0 } });
});
