import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    expander: z
      .enum(['least-waste', 'most-pods', 'random'])
      .default('least-waste')
      .describe(
        'Which node group grows where several could: the one that would waste least, the one that would take most pods, or any.',
      ),
    balance: z
      .boolean()
      .default(true)
      .describe('Keeps node groups that are alike, such as one for each zone, at one size.'),
    idleMinutes: z
      .int()
      .min(1)
      .max(1440)
      .default(10)
      .describe('For how long a node must be needed too little until it goes.'),
    ...chartOptions,
  })
  .describe('Makes node groups larger for pods that find no place, and smaller when nodes are needed no more.');

export type Options = z.infer<typeof options>;
export default options;
