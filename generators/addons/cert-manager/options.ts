import { z } from 'zod';
import { roleArnSchema } from '../../model/config/arns.ts';
import { domainSchema, hostedZoneSchema } from '../../model/config/fields.ts';
import { chartOptions } from '../chart-options.ts';

const letsEncrypt = z
  .strictObject({
    email: z
      .string()
      .regex(/^[^@\s]+@[^@\s]+\.[a-z]{2,63}$/)
      .optional()
      .describe("Address of the account at Let's Encrypt.")
      .meta({ examples: ['platform@example.com'], patternMeaning: 'an address such as platform@example.com' }),
    zones: z
      .record(domainSchema, hostedZoneSchema)
      .describe(
        'Domains that may have certificates, each with the hosted zone in which it proves that they are yours: names below them are theirs, too.',
      )
      .meta({ examples: [{ 'apps.example.com': 'Z0123456789ABCDEFGHIJ' }] }),
    issuers: z
      .array(z.enum(['letsencrypt-production', 'letsencrypt-staging']))
      .min(1)
      .default(['letsencrypt-production', 'letsencrypt-staging'])
      .describe('ClusterIssuers that it makes. Certificates of the one for staging are trusted by nobody.'),
    role: roleArnSchema
      .optional()
      .describe(
        'Role of the account that owns the zones, which it assumes: that account must trust the role of the spoke.',
      )
      .meta({
        examples: ['arn:aws:iam::111111111111:role/dns'],
        patternMeaning: 'the ARN of an IAM role such as arn:aws:iam::111111111111:role/dns',
      }),
  })
  .describe("Issuers of certificates by Let's Encrypt, to which domains are proven by records in Route 53.");

const options = z
  .strictObject({
    letsEncrypt: letsEncrypt.optional(),
    replicas: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Copies of the controller, and of the webhook that every change of a certificate passes.'),
    ...chartOptions,
  })
  .describe('Makes certificates and renews them.');

export type LetsEncrypt = z.infer<typeof letsEncrypt>;
export type Options = z.infer<typeof options>;
export default options;
