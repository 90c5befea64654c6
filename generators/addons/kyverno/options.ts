import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(9)
      .default(3)
      .describe(
        'Copies of the controller that judges requests: while none runs, what its policies are about is refused.',
      )
      .meta({ examples: [3] }),
    ...chartOptions,
  })
  .describe('Judges, changes and makes objects by policies. It brings none.');

export type Options = z.infer<typeof options>;
export default options;
