import { z } from 'zod';
import {
  accountIdSchema,
  cidrSchema,
  clusterNameSchema,
  concurrencySchema,
  featureGatesSchema,
  nameSchema,
  regionSchema,
} from './fields.ts';
import type { Extensions } from './spoke.ts';
import { hubVersionsSchema } from './versions.ts';

/** `cloud`: what it may have besides, for each cloud of its accounts. */
export const hubSchema = ({ cloud, libraries }: Extensions) =>
  z.strictObject({
    account: accountIdSchema.describe('AWS account id of the hub itself.').meta({ examples: ['111111111111'] }),
    region: regionSchema.describe('Region of the hub.'),
    // Not the cloud's alone: texts may hold {partition}, and records of every hub have it.
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
    ...(cloud.hub as Record<never, never>),
    delivery: z.enum(['argocd']).default('argocd').describe('What delivers this repository to the hub and its spokes.'),
    controllers: z
      .strictObject({
        ...(cloud.controllers as Record<never, never>),
        kro: z
          .strictObject({
            concurrency: concurrencySchema.default(10).describe('Instances that kro works on at a time.'),
            featureGates: featureGatesSchema,
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
    versions: hubVersionsSchema(cloud, libraries).meta({ inherits: 'versions' }),
  });

export type HubConfig = z.infer<ReturnType<typeof hubSchema>>;
