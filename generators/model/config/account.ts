import { z } from 'zod';
import { DEFAULT_CLOUD } from '../default-cloud.ts';
import {
  accountIdSchema,
  fleetNameSchema,
  nameSchema,
  policyArnSchema,
  regionSchema,
  roleArnSchema,
} from './fields.ts';

export const accountSchema = z.strictObject({
  id: accountIdSchema
    .describe('AWS account id; in quotes, or a leading zero is lost. It never changes.')
    .meta({ examples: ['222222222222'] }),
  cloud: nameSchema(20).default(DEFAULT_CLOUD).describe('Cloud that it is an account of; it never changes.'),
  hub: fleetNameSchema.optional().describe('Hub that works in this account; the only hub is the default.'),
  regions: z.array(regionSchema).min(1).describe('Regions in which spokes and networks may stand.'),
  permissionsBoundary: policyArnSchema
    .optional()
    .describe('IAM policy that bounds every role that is made in this account.'),
  roles: z
    .strictObject({
      provisioner: roleArnSchema
        .optional()
        .describe('Role that the ACK controllers assume; derived as `<organisation>-<hub>-provisioner`.'),
      argocd: roleArnSchema.optional().describe('Role that Argo CD assumes; derived as `<organisation>-<hub>-argocd`.'),
    })
    .default({})
    .describe('Roles that Terraform made, where they are not the derived ones.'),
});

export type AccountConfig = z.infer<typeof accountSchema>;
