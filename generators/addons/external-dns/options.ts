import { z } from 'zod';
import { roleArnSchema } from '../../model/config/arns.ts';
import { domainSchema, hostedZoneSchema } from '../../model/config/fields.ts';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    zones: z
      .array(hostedZoneSchema)
      .min(1)
      .max(50)
      .describe('Hosted zones in which it may change records, by their identifiers; it sees no others.')
      .meta({ examples: [['Z0123456789ABCDEFGHIJ']] }),
    domains: z
      .array(domainSchema)
      .default([])
      .describe('Domains below which it makes records; all of the zones where there are none.')
      .meta({ examples: [['apps.example.com']] }),
    sources: z
      .array(z.enum(['service', 'ingress', 'gateway-httproute', 'gateway-grpcroute', 'gateway-tlsroute']))
      .min(1)
      .default(['service', 'ingress'])
      .describe('Kinds of objects that ask for records.'),
    role: roleArnSchema
      .optional()
      .describe(
        'Role of the account that owns the zones, which it assumes: that account must trust the role of the spoke.',
      )
      .meta({
        examples: ['arn:aws:iam::111111111111:role/dns'],
        patternMeaning: 'the ARN of an IAM role such as arn:aws:iam::111111111111:role/dns',
      }),
    ...chartOptions,
  })
  .describe('Makes DNS records in Route 53 for services and routes of the cluster.');

export type Options = z.infer<typeof options>;
export default options;
