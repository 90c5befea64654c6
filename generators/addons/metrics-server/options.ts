import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(10)
      .default(2)
      .describe('Copies of the server. With more than one, a drained node never takes all of them.')
      .meta({ examples: [2] }),
    ...chartOptions,
  })
  .describe('Use of CPU and memory by pods and nodes, for `kubectl top` and for autoscaling.');

export type Options = z.infer<typeof options>;
export default options;
