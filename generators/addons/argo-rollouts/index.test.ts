import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import argoRollouts from './index.ts';
import options from './options.ts';

const values = (given: unknown) =>
  argoRollouts.chart?.values({ spoke: {} as Spoke, options: options.parse(given) as never });

test('two controllers run, of which a drained node takes one', () => {
  expect(values({})).toEqual({ controller: { replicas: 2, pdb: { enabled: true, maxUnavailable: 1 } } });
});

test('a single controller has no disruption budget, which would hold up every drain', () => {
  expect(values({ replicas: 1 })).toEqual({ controller: { replicas: 1, pdb: { enabled: false } } });
});
