import { z } from 'zod';
import { nameSchema } from './fields.ts';

const policySchema = z
  .string()
  .regex(/^(arn:aws(-[a-z]+)*:iam::([0-9]{12}|aws):policy\/)?[\w+=,.@/-]{1,128}$/)
  .meta({ patternMeaning: 'the name of a managed policy such as AmazonS3ReadOnlyAccess, or the ARN of a policy' });

const actionSchema = z
  .string()
  .regex(/^[a-zA-Z0-9*:?-]{1,128}$/)
  .meta({ patternMeaning: 'an action such as s3:GetObject' });

const resourceSchema = z
  .string()
  .regex(/^(\*|arn:[\x21-\x7e]{1,1000})$/)
  .meta({ patternMeaning: 'an ARN such as arn:aws:s3:::bucket/*, or "*" for every resource' });

const conditionsSchema = z
  .record(z.string().max(128), z.record(z.string().max(256), z.union([z.string(), z.array(z.string()).min(1)])))
  .describe('When, in the words of IAM: operator, key, value.')
  .meta({ examples: [{ StringEquals: { 'aws:ResourceTag/team': 'checkout' } }] });

const statementSchema = z.strictObject({
  actions: z
    .array(actionSchema)
    .min(1)
    .max(100)
    .describe('What it may do.')
    .meta({ examples: [['s3:GetObject']] }),
  resources: z
    .array(resourceSchema)
    .min(1)
    .max(100)
    .describe(
      'With what. `{spoke}`, `{environment}`, `{region}`, `{account}` and `{partition}` stand for those of the spoke.',
    )
    .meta({ examples: [['arn:{partition}:s3:::{spoke}-ledger/*']] }),
  conditions: conditionsSchema.optional(),
});

/** Who runs in a cluster and needs the cloud. */
export const identitySchema = z
  .strictObject({
    serviceAccount: nameSchema(63)
      .describe('Service account of its pods, in the namespace of the application: nobody else gets the role.')
      .meta({ examples: ['ledger'] }),
    policies: z
      .array(policySchema)
      .max(10)
      .default([])
      .describe('Managed policies of its role, by name or ARN.')
      .meta({ examples: [['AmazonSQSReadOnlyAccess']] }),
    statements: z.array(statementSchema).max(50).default([]).describe('What its role may do besides.'),
  })
  .describe('A role in the account of the spoke, made with the cluster.');

/** What applications of a team may ask for. */
export const allowedIdentitySchema = z
  .strictObject({
    policies: z.array(policySchema).default([]).describe('Managed policies, by name or ARN.'),
    actions: z
      .array(actionSchema)
      .default([])
      .describe('Actions; `*` and `?` stand for others.')
      .meta({ examples: [['s3:*Object', 'sqs:*']] }),
    resources: z
      .array(resourceSchema)
      .default([
        'arn:{partition}:s3:::{spoke}-*',
        'arn:{partition}:sqs:{region}:{account}:{spoke}-*',
        'arn:{partition}:sns:{region}:{account}:{spoke}-*',
        'arn:{partition}:dynamodb:{region}:{account}:table/{spoke}-*',
        'arn:{partition}:secretsmanager:{region}:{account}:secret:{spoke}-*',
        'arn:{partition}:ssm:{region}:{account}:parameter/{spoke}/*',
      ])
      .describe('Resources; what the name of the spoke begins, unless it is said.')
      .meta({ examples: [['arn:{partition}:s3:::checkout-*']] }),
  })
  .describe('What roles of its applications may do in the cloud: nothing, unless it is said here.');
