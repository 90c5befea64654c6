import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Copies of the controller. Each Gateway has proxies of its own besides.')
      .meta({ examples: [2] }),
    ...chartOptions,
  })
  .describe('Takes traffic in by the Gateway API, and brings its kinds.');

export type Options = z.infer<typeof options>;
export default options;
