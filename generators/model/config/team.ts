import { z } from 'zod';
import { patterns } from '../../schema/config/patterns.ts';
import { fleetNameSchema, fullReferenceSchema, labelsSchema, nameSchema, repositoryUrlSchema } from './fields.ts';
import { allowedIdentitySchema } from './identity.ts';

const quantity = z.union([z.string().regex(/^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$/), z.int().min(0)]);

const quotaSchema = z
  .record(z.string().regex(/^[a-z0-9./-]+$/), quantity)
  .describe('Bounds of a namespace, as in a Kubernetes ResourceQuota.')
  .meta({ examples: [{ 'requests.cpu': '20', 'requests.memory': '64Gi', pods: 100 }] });

export const teamSchema = z.strictObject({
  members: z
    .record(
      nameSchema(20),
      z.strictObject({
        role: z
          .string()
          .regex(/^[\w+=,.@/-]+$/)
          .describe('Name (with path) of an IAM role in the account of the spoke.'),
        access: z
          .enum(['view', 'edit', 'admin'])
          .describe('Rights in the namespaces of the team, as the Kubernetes role of that name has them.'),
      }),
    )
    .default({})
    .describe('Groups of people, by name.'),
  accounts: z.array(fleetNameSchema).min(1).describe('Accounts on whose spokes the team may work.'),
  quota: quotaSchema,
  identity: allowedIdentitySchema.prefault({}),
  namespaces: z
    .record(
      nameSchema(63),
      z.strictObject({
        quota: quotaSchema.optional().describe('Bounds of this namespace, merged over the quota of the team.'),
        labels: labelsSchema.default({}).describe('Labels of the namespace.'),
      }),
    )
    .describe('Namespaces of the team, the same on each of its spokes, by name.'),
  repository: z
    .strictObject({
      url: repositoryUrlSchema.describe('Git repository of the team.'),
      revision: fullReferenceSchema.describe('Branch or tag, as a full reference.'),
      path: z
        .string()
        .regex(patterns.path)
        .describe('Folder for a spoke; may hold {spoke} and {environment}.')
        .meta({ examples: ['deploy/{environment}/{spoke}'] }),
    })
    .optional()
    .describe(
      "The team's own repository: one Application per spoke that lists the team, under exactly the team's rights.",
    ),
});

export type TeamConfig = z.infer<typeof teamSchema>;
