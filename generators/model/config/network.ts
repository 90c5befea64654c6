import { z } from 'zod';
import {
  cidrSchema,
  deletionPolicySchema,
  fleetNameSchema,
  lifecycleSchema,
  regionSchema,
  tagsSchema,
} from './fields.ts';

const vpcCidr = cidrSchema
  .describe(
    'IPv4 range of the VPC, /16 to /22; it never changes. Private subnets get 4 blocks of prefix+3, public 4 of prefix+6, intra 4 of /28.',
  )
  .meta({ examples: ['10.1.0.0/18'] });

const azs = z
  .array(z.string())
  .min(2)
  .max(4)
  .describe(
    'Availability zones to use, instead of the first `azCount` of the region. A zone keeps its addresses for ever.',
  )
  .meta({ examples: [['us-west-2a', 'us-west-2c']] });

/** How a VPC of ours is laid out: the same for a spoke's own and a shared one. */
const vpcLayout = {
  azCount: z
    .int()
    .min(2)
    .max(4)
    .describe('Number of availability zones, from the first of the region on.')
    .meta({ inherits: 'defaults.network.azCount' }),
  azs: azs.optional(),
  nat: z
    .enum(['none', 'single', 'per-az'])
    .describe(
      'NAT gateways for private subnets: none, one for all zones (cheaper), or one in each (survives the loss of a zone).',
    )
    .meta({ inherits: 'defaults.network.nat' }),
  s3Endpoint: z
    .boolean()
    .default(true)
    .describe('Gateway endpoint for S3, so that image layers do not pass the NAT gateways.')
    .meta({ inherits: 'defaults.network.s3Endpoint' }),
};

const subnetIds = z.array(z.string().regex(/^subnet-[0-9a-f]{8,17}$/));

// Not the cloud's alone: shared checks compare networks, and know by its id that two spokes are in the same one.
const existingNetworkSchema = z
  .strictObject({
    vpcId: z
      .string()
      .regex(/^vpc-[0-9a-f]{8,17}$/)
      .describe('The VPC.'),
    cidr: cidrSchema.optional().describe('Its IPv4 range, so that overlaps with other networks are seen.'),
    subnets: z
      .strictObject({
        private: subnetIds.min(2).describe('Subnets for nodes, in at least two zones.'),
        public: subnetIds.default([]).describe('Subnets for public load balancers.'),
        intra: subnetIds.default([]).describe('Subnets for the control plane; the private ones where there are none.'),
      })
      .describe('Its subnets.'),
  })
  .describe('A VPC that others own: nothing is created, and nothing is deleted with the spoke.');

export const spokeNetworkSchema = z
  .strictObject({
    cidr: vpcCidr.optional(),
    use: fleetNameSchema
      .optional()
      .describe('Name of a shared network (`config/networks/<name>.yaml`) instead of one of its own.'),
    existing: existingNetworkSchema.optional(),
    ...vpcLayout,
    isolated: z
      .boolean()
      .default(false)
      .describe('Leaves the routing domain of its hub: its addresses may overlap with others.'),
  })
  .describe('Exactly one of `cidr` (a VPC of its own), `use` (a shared one) and `existing` (one that others own).');

export const networkSchema = z.strictObject({
  account: fleetNameSchema.describe('Account that owns the VPC (`config/accounts/<name>.yaml`).'),
  region: regionSchema.describe('Region of the VPC.'),
  cidr: vpcCidr,
  ...vpcLayout,
  isolated: z
    .boolean()
    .default(false)
    .describe('Leaves the routing domain of its hub: its addresses may overlap with others.'),
  lifecycle: lifecycleSchema
    .default('active')
    .describe(
      '`retiring`: no spoke may use it any more. `retired`: the VPC may go. Then the file may be deleted. Steps cannot be skipped.',
    ),
  deletionPolicy: deletionPolicySchema.default('delete'),
  tags: tagsSchema.default({}).meta({ inherits: 'defaults.tags' }),
});

export type NetworkConfig = z.infer<typeof networkSchema>;
