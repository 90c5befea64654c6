import { z } from 'zod';

const loggingSchema = z
  .strictObject({
    types: z
      .array(z.enum(['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']))
      .default(['api', 'audit', 'authenticator'])
      .describe('Logs of the control plane that are kept.'),
    retentionDays: z
      .union(
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653].map(
          (days) => z.literal(days),
        ),
      )
      .default(90)
      .describe('Days that they are kept; one of the values that CloudWatch knows.'),
  })
  .describe('Logs of the control plane.');

const addonSchema = z
  .strictObject({
    configuration: z
      .record(z.string(), z.unknown())
      .default({})
      .describe('Configuration values of the add-on, as its own schema has them.'),
  })
  .describe('An EKS add-on; its version stands in `versions.eks.addons`.');

/** What a cluster has on EKS alone. */
export const eksSchema = z
  .strictObject({
    addons: z.record(z.string(), addonSchema).default({}).describe('EKS add-ons, by name.'),
    supportType: z
      .enum(['STANDARD', 'EXTENDED'])
      .default('EXTENDED')
      .describe(
        'At the end of standard support AWS upgrades the cluster by itself (`STANDARD`) or charges for extended support (`EXTENDED`).',
      ),
    logging: loggingSchema.prefault({}),
  })
  .describe('What only a cluster on EKS has.');

export const eksVersionsSchema = z
  .strictObject({
    addons: z
      .record(z.string(), z.string().regex(/^v[0-9]+\.[0-9]+\.[0-9]+-eksbuild\.[0-9]+$/))
      .default({})
      .describe('Versions of EKS add-ons, by name: pins without enabling.')
      .meta({ examples: [{ 'vpc-cni': 'v1.20.1-eksbuild.1' }] }),
  })
  .describe('Versions of what only EKS has.');
