import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import kyverno from './index.ts';
import options from './options.ts';

const values = (given: unknown) =>
  kyverno.chart?.values({ spoke: {} as Spoke, options: options.parse(given) as never });

test('three copies judge requests, and two do what may wait', () => {
  expect(values({})).toEqual({
    admissionController: { replicas: 3 },
    backgroundController: { replicas: 2 },
    cleanupController: { replicas: 2 },
    reportsController: { replicas: 2 },
  });
});

test('a single copy of one is a single copy of all', () => {
  expect(values({ replicas: 1 })).toMatchObject({ reportsController: { replicas: 1 } });
});
