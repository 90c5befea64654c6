import { z } from 'zod';
import { principalArnSchema } from '../../model/config/arns.ts';
import { concurrencySchema, featureGatesSchema, semverSchema } from '../../model/config/fields.ts';

/** What a hub has for its spokes in AWS. */
export const awsHubFields = {
  admins: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/), principalArnSchema)
    .describe('IAM roles that administer every spoke of the hub, by name.')
    .meta({ examples: [{ platform: 'arn:aws:iam::111111111111:role/platform-admins' }] }),
};

/** How the ACK controllers are run. */
export const awsControllerFields = {
  identity: z
    .enum(['pod-identity', 'irsa'])
    .default('pod-identity')
    .describe(
      'How the controllers of the hub get AWS credentials: EKS Pod Identity, or a role annotation on their service accounts.',
    ),
  ack: z
    .strictObject({
      concurrency: concurrencySchema.default(20).describe('Objects of one kind that a controller works on at a time.'),
      resyncMinutes: z
        .int()
        .min(5)
        .max(600)
        .default(60)
        .describe(
          'Minutes until a controller looks at an object again that nobody changed in Git: so long a change that somebody makes in AWS goes unnoticed. That of EKS looks every 10 minutes at least. A look at a spoke with a network of its own costs about 100 calls of AWS, of which EKS gets 20.',
        ),
      featureGates: featureGatesSchema,
    })
    .prefault({})
    .describe('The ACK controllers.'),
};

/** What `versions` of hubs has of them. */
export const awsHubVersions = {
  ack: z
    .record(z.string(), semverSchema)
    .default({})
    .describe('Chart versions of the ACK controllers, by service.')
    .meta({ examples: [{ ec2: '1.20.0' }] }),
};
