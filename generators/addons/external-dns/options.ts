import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    zones: z
      .array(z.string().regex(/^Z[A-Z0-9]{4,31}$/))
      .min(1)
      .max(50)
      .describe('Hosted zones in which it may change records, by their identifiers; it sees no others.')
      .meta({
        examples: [['Z0123456789ABCDEFGHIJ']],
        patternMeaning: 'the identifier of a hosted zone such as Z0123456789ABCDEFGHIJ',
      }),
    domains: z
      .array(z.string().regex(/^([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/))
      .default([])
      .describe('Domains below which it makes records; all of the zones where there are none.')
      .meta({ examples: [['apps.example.com']], patternMeaning: 'a domain such as apps.example.com' }),
    sources: z
      .array(z.enum(['service', 'ingress', 'gateway-httproute', 'gateway-grpcroute', 'gateway-tlsroute']))
      .min(1)
      .default(['service', 'ingress'])
      .describe('Kinds of objects that ask for records.'),
    role: z
      .string()
      .regex(/^arn:aws(-[a-z]+)*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/)
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
