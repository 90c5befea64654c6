import { z } from 'zod';
import { policyArnSchema, roleArnSchema } from '../../model/config/arns.ts';

/** What an account of AWS has besides. */
export const awsAccountFields = {
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
};
