import { z } from 'zod';
import type { CloudModel } from '../cloud-model.ts';
import { DEFAULT_CLOUD } from '../default-cloud.ts';
import { accountIdSchema, fleetNameSchema, nameSchema, regionSchema } from './fields.ts';

/** `cloud`: what it may have besides. */
export const accountSchema = (cloud: CloudModel) =>
  z.strictObject({
    id: accountIdSchema
      .describe('AWS account id; in quotes, or a leading zero is lost. It never changes.')
      .meta({ examples: ['222222222222'] }),
    cloud: nameSchema(20).default(DEFAULT_CLOUD).describe('Cloud that it is an account of; it never changes.'),
    hub: fleetNameSchema.optional().describe('Hub that works in this account; the only hub is the default.'),
    regions: z.array(regionSchema).min(1).describe('Regions in which spokes and networks may stand.'),
    ...(cloud.account as Record<never, never>),
  });

export type AccountConfig = z.infer<ReturnType<typeof accountSchema>>;
