import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Copies of the operator, of the metrics server and of the webhooks; one operator works at a time.')
      .meta({ examples: [2] }),
    ...chartOptions,
  })
  .describe('Scales workloads by events: queues, schedules, metrics of other systems.');

export type Options = z.infer<typeof options>;
export default options;
