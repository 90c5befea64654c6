import { z } from 'zod';
import { nameSchema } from '../../model/config/fields.ts';

const storageClass = z
  .strictObject({
    type: z.enum(['gp3', 'io2']).default('gp3').describe('Type of the EBS volumes.'),
    iops: z
      .int()
      .min(100)
      .max(256_000)
      .optional()
      .describe(
        'Input and output operations per second: 3000 to 80000 for gp3, 100 to 256000 for io2, which needs them.',
      )
      .meta({ examples: [6000] }),
    throughput: z
      .int()
      .min(125)
      .max(2000)
      .optional()
      .describe('Throughput in MiB/s; gp3 only.')
      .meta({ examples: [250] }),
    fileSystem: z.enum(['ext4', 'xfs']).default('ext4').describe('File system of new volumes.'),
    kmsKey: z
      .string()
      .regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[\w-]+$/)
      .optional()
      .describe('KMS key that encrypts the volumes; the default key of the account for EBS.')
      .meta({
        patternMeaning: 'the ARN of a KMS key such as arn:aws:kms:us-west-2:111111111111:key/0123abcd',
      }),
    reclaimPolicy: z
      .enum(['Delete', 'Retain'])
      .default('Delete')
      .describe('What happens to a volume when its claim is deleted. `Retain` leaves it in the account, at a cost.'),
  })
  .describe(
    'A storage class. Volumes are encrypted, can grow, and are made in the zone of the pod that needs them first.',
  );

const options = z
  .strictObject({
    classes: z
      .record(nameSchema(40), storageClass)
      .default({ gp3: { type: 'gp3', fileSystem: 'ext4', reclaimPolicy: 'Delete' } })
      .describe('Storage classes by name. Naming any replaces `gp3`, which is there otherwise.')
      .meta({ examples: [{ gp3: {}, fast: { type: 'io2', iops: 10_000 } }] }),
    default: nameSchema(40)
      .default('gp3')
      .describe('The class of claims that name none: always exactly one.')
      .meta({ examples: ['gp3'] }),
  })
  .describe('Storage classes for EBS volumes; needs the EKS add-on aws-ebs-csi-driver.');

export type Options = z.infer<typeof options>;
export default options;
