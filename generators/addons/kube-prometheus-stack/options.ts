import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    retention: z
      .string()
      .regex(/^[1-9][0-9]{0,3}(h|d|w|y)$/)
      .default('15d')
      .describe('How long Prometheus keeps what it measured; the oldest goes earlier where the volume is nearly full.')
      .meta({ examples: ['15d'], patternMeaning: 'a time such as 12h, 15d or 8w' }),
    storage: z
      .strictObject({
        size: z
          .int()
          .min(1)
          .max(16384)
          .default(50)
          .describe('Size of the volume of each Prometheus, in GiB.')
          .meta({ examples: [50] }),
        class: z
          .string()
          .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/)
          .optional()
          .describe('Storage class of the volumes; the default one of the cluster where there is none.')
          .meta({ examples: ['gp3'], patternMeaning: 'the name of a storage class' }),
      })
      .prefault({})
      .describe('Where Prometheus keeps what it measured.'),
    alertmanager: z.boolean().default(true).describe('Whether an Alertmanager runs, which sends alerts on.'),
    grafana: z
      .strictObject({
        adminSecret: z
          .string()
          .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/)
          .describe(
            'Secret in `monitoring` with the keys `admin-user` and `admin-password`, which something else makes.',
          )
          .meta({ examples: ['grafana-admin'], patternMeaning: 'the name of a Secret' }),
      })
      .optional()
      .describe('Grafana with dashboards for the cluster; none where it is not set.'),
    ...chartOptions,
  })
  .describe('Measures the cluster and what runs in it, with Prometheus and its operator, and alerts.');

export type Options = z.infer<typeof options>;
export default options;
