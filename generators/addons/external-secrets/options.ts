import { z } from 'zod';
import { nameSchema } from '../../model/config/fields.ts';
import { chartOptions } from '../chart-options.ts';

/** Facts that follow from the configuration alone. */
const facts = '\\{(?:account|cluster|environment|hub|organisation|region|spoke)\\}';

const secretPrefix = z
  .string()
  .regex(new RegExp(`^(?:[\\w/+=.@-]|${facts}){1,200}$`))
  .meta({ patternMeaning: 'the beginning of names of secrets such as {environment}/{spoke}/' });

const parameterPrefix = z
  .string()
  .regex(new RegExp(`^/(?:[\\w/.-]|${facts}){1,200}$`))
  .meta({ patternMeaning: 'the beginning of names of parameters such as /{environment}/{spoke}/' });

const keyArn = z
  .string()
  .regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[\w-]+$/)
  .meta({ patternMeaning: 'the ARN of a KMS key such as arn:aws:kms:us-west-2:111111111111:key/0123abcd' });

const options = z
  .strictObject({
    secrets: z
      .array(secretPrefix)
      .max(20)
      .default(['{spoke}/'])
      .describe(
        'What names of secrets in Secrets Manager begin with: it reads no others, and does not list them. Those of the spoke where nothing is said. The ClusterSecretStore `secrets-manager` reads them.',
      )
      .meta({ examples: [['{environment}/{spoke}/', 'shared/']] }),
    parameters: z
      .array(parameterPrefix)
      .max(20)
      .default([])
      .describe(
        'What names of parameters of Systems Manager begin with: it reads no others, and does not list them. The ClusterSecretStore `parameter-store` reads them.',
      )
      .meta({ examples: [['/{environment}/{spoke}/']] }),
    kmsKeys: z
      .array(keyArn)
      .max(20)
      .default([])
      .describe('KMS keys that encrypt them, where they are not those of the account for these services.')
      .meta({ examples: [['arn:aws:kms:us-west-2:111111111111:key/0123abcd']] }),
    namespaces: z
      .array(nameSchema(63))
      .max(100)
      .default([])
      .describe('Namespaces that may read from the stores; all of the spoke where there are none.')
      .meta({ examples: [['checkout']] }),
    ...chartOptions,
  })
  .describe('Makes Secrets of what stands in Secrets Manager or in the Parameter Store of Systems Manager.');

export type Options = z.infer<typeof options>;
export default options;
