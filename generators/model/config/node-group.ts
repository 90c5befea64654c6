import { z } from 'zod';
import type { CloudModel } from '../cloud-model.ts';
import { labelsSchema } from './fields.ts';

const taintSchema = z.strictObject({
  key: z.string().min(1).max(63).describe('Key of the taint.'),
  value: z.string().max(63).default('').describe('Value of the taint.'),
  effect: z
    .enum(['NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE'])
    .describe('What it does to pods that do not tolerate it.'),
});

/** `cloud`: what it may have besides. */
export const nodeGroupSchema = (cloud: CloudModel) =>
  z
    .strictObject({
      ...(cloud.nodeGroup as Record<never, never>),
      azs: z
        .array(z.string())
        .min(1)
        .max(4)
        .optional()
        .describe('Availability zones of its nodes; all of the network. A change makes a new node group necessary.'),
      diskSize: z.int().min(20).max(16384).default(50).describe('Size of the root volume, in GiB.'),
      min: z.int().min(0).max(450).default(0).describe('Fewest nodes.'),
      desired: z
        .int()
        .min(0)
        .max(450)
        .optional()
        .describe(
          'Nodes that the group has. Where it is not given, the group starts with `min`, and a cluster autoscaler decides. EKS refuses a `min` above the nodes that are there, and a `max` below them: give `desired` with it.',
        ),
      max: z.int().min(1).max(450).describe('Most nodes.'),
      lifecycle: z
        .enum(['active', 'retired'])
        .default('active')
        .describe(
          '`retired`: the group goes, and its nodes are drained. Another group must be there already. Then its entry may be deleted.',
        ),
      labels: labelsSchema.default({}).describe('Kubernetes labels on the nodes.'),
      taints: z.array(taintSchema).max(50).default([]).describe('Kubernetes taints on the nodes.'),
    })
    .describe('A managed node group.');
