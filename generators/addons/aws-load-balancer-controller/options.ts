import { z } from 'zod';
import { chartOptions } from '../chart-options.ts';

const options = z
  .strictObject({
    targetType: z
      .enum(['ip', 'instance'])
      .default('ip')
      .describe('What load balancers send to where nothing else is said: pods, or a port of every node.'),
    defaultClass: z.boolean().default(false).describe('Takes every Ingress that names no class.'),
    allServices: z
      .boolean()
      .default(false)
      .describe(
        'Takes every Service of type LoadBalancer that names no class. A webhook says so when one is made, and no Service can be made while it does not answer.',
      ),
    integrations: z
      .array(z.enum(['cognito', 'shield', 'waf']))
      .default([])
      .describe(
        'Other services of AWS that annotations may ask for: signing in by Cognito, protection by Shield Advanced, web ACLs of WAF.',
      ),
    ...chartOptions,
  })
  .describe('Makes load balancers for Ingresses and Services.');

export type Options = z.infer<typeof options>;
export default options;
