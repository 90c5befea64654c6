import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

/** What CloudWatch takes. */
const days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

const options = z
  .strictObject({
    logGroup: z
      .string()
      .regex(/^[A-Za-z0-9_./-]{1,400}$/)
      .optional()
      .describe('Log group in CloudWatch to which it writes, and which it makes; `/wheelwright/<spoke>` without it.')
      .meta({ examples: ['/platform/green'], patternMeaning: 'the name of a log group such as /platform/green' }),
    retentionDays: z
      .literal(days)
      .default(30)
      .describe('Days for which the log group keeps what is written.')
      .meta({ examples: [30] }),
    ...chartOptions,
  })
  .describe('Ships the logs of all containers to CloudWatch.');

export type Options = z.infer<typeof options>;
export default options;
