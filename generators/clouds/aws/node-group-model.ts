import { z } from 'zod';

/** What a node group has on EKS alone. */
export const eksNodeGroupFields = {
  instanceTypes: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/))
    .min(1)
    .max(20)
    .describe('EC2 instance types; a change makes a new node group necessary.')
    .meta({ examples: [['m7i.large']] }),
  ami: z
    .enum([
      'AL2023_x86_64_STANDARD',
      'AL2023_ARM_64_STANDARD',
      'AL2023_x86_64_NVIDIA',
      'AL2023_ARM_64_NVIDIA',
      'AL2023_x86_64_NEURON',
      'BOTTLEROCKET_x86_64',
      'BOTTLEROCKET_ARM_64',
      'BOTTLEROCKET_x86_64_FIPS',
      'BOTTLEROCKET_ARM_64_FIPS',
      'BOTTLEROCKET_x86_64_NVIDIA',
      'BOTTLEROCKET_ARM_64_NVIDIA',
    ])
    .describe('EKS AMI type; a change makes a new node group necessary.'),
  capacity: z.enum(['ON_DEMAND', 'SPOT']).default('ON_DEMAND').describe('Kind of capacity that is bought.'),
};
