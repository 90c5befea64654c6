import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Copies of the controller, of which one works at a time.')
      .meta({ examples: [2] }),
    ...chartOptions,
  })
  .describe('Rolls out new versions step by step: canaries, blue and green, judged by metrics.');

export type Options = z.infer<typeof options>;
export default options;
