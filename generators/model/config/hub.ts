import { z } from 'zod';
import {
  accountIdSchema,
  cidrSchema,
  clusterNameSchema,
  nameSchema,
  principalArnSchema,
  regionSchema,
} from './fields.ts';
import type { Extensions } from './spoke.ts';
import { hubVersionsSchema } from './versions.ts';

const featureGates = z.record(z.string(), z.boolean()).default({}).describe('Feature gates of the controller.');
const concurrency = z.int().min(1).max(100);

export const hubSchema = ({ libraries }: Extensions) =>
  z.strictObject({
    account: accountIdSchema.describe('AWS account id of the hub itself.').meta({ examples: ['111111111111'] }),
    region: regionSchema.describe('Region of the hub.'),
    partition: z
      .enum(['aws', 'aws-cn', 'aws-us-gov'])
      .default('aws')
      .describe('AWS partition of the hub and its accounts.'),
    cluster: clusterNameSchema.describe('Name of the EKS cluster of the hub.'),
    addressPools: z
      .array(cidrSchema)
      .min(1)
      .describe(
        'IPv4 ranges from which networks of this hub are taken. Leave out the VPC of the hub itself, which is not known here.',
      )
      .meta({ examples: [['10.0.0.0/10']] }),
    routingDomain: nameSchema(20)
      .default('fleet')
      .describe(
        'Networks of hubs that may ever be connected: addresses do not overlap within it. A name of its own for a hub that never is.',
      ),
    natAddresses: z
      .array(z.string().regex(/^[0-9.]+\/32$/))
      .min(1)
      .max(20)
      .describe(
        "Public addresses of the hub's NAT gateways (`/32`), an output of its Terraform module: they may reach the public endpoints of spokes.",
      ),
    admins: z
      .record(z.string().regex(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/), principalArnSchema)
      .describe('IAM roles that administer every spoke of the hub, by name.')
      .meta({ examples: [{ platform: 'arn:aws:iam::111111111111:role/platform-admins' }] }),
    delivery: z.enum(['argocd']).default('argocd').describe('What delivers this repository to the hub and its spokes.'),
    controllers: z
      .strictObject({
        identity: z
          .enum(['pod-identity', 'irsa'])
          .default('pod-identity')
          .describe(
            'How the controllers of the hub get AWS credentials: EKS Pod Identity, or a role annotation on their service accounts.',
          ),
        ack: z
          .strictObject({
            concurrency: concurrency.default(20).describe('Objects of one kind that a controller works on at a time.'),
            resyncMinutes: z
              .int()
              .min(5)
              .max(600)
              .default(60)
              .describe(
                'Minutes until a controller looks at an object again that nobody changed in Git: so long a change that somebody makes in AWS goes unnoticed. That of EKS looks every 10 minutes at least. A look at a spoke with a network of its own costs about 100 calls of AWS, of which EKS gets 20.',
              ),
            featureGates,
          })
          .prefault({})
          .describe('The ACK controllers.'),
        kro: z
          .strictObject({
            concurrency: concurrency.default(10).describe('Instances that kro works on at a time.'),
            featureGates,
          })
          .prefault({})
          .describe('kro.'),
      })
      .prefault({})
      .describe('How the controllers of the hub are run.'),
    graphs: z
      .array(z.string().regex(/^([A-Z][A-Za-z0-9]{0,62}|[a-z]([a-z0-9-]{0,38}[a-z0-9])?)$/))
      .default([])
      .describe(
        "Graphs that the hub has besides those that its spokes and networks need: of the platform's own, by the name of their file in `hub/graphs`; and of the library, by their kind, which it keeps although nothing needs them any more. Remove one when nothing of its kind is left on the hub.",
      )
      .meta({ examples: [['encryption-key', 'VPCNetwork']] }),
    manifests: z
      .array(z.string().regex(/^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/))
      .default([])
      .describe(
        'Folders of `hub/manifests` that are delivered to the hub, each by an Application of its own. What was delivered stays when a folder is no longer listed.',
      )
      .meta({ examples: [['on-call']] }),
    versions: hubVersionsSchema(libraries).meta({ inherits: 'versions' }),
  });

export type HubConfig = z.infer<ReturnType<typeof hubSchema>>;
