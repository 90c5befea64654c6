import type { Spoke } from '../../model/fleet.ts';
import type { PolicyStatement } from '../../model/policy-statement.ts';
import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Ships the logs of all containers to CloudWatch.',
  namespace: { name: 'logging', ownedBy: 'addon' },
  stage: 'system',
  clouds: {
    aws: {
      identities: ({ spoke, options }) => [
        {
          name: 'fluent-bit',
          namespace: 'logging',
          serviceAccount: 'fluent-bit',
          policies: [],
          statements: statements(logGroupOf(spoke, options)),
        },
      ],
    },
  },
  recommended: { version: '0.58.1', inInit: false },
  closedOptions: ['logGroup'],
  examples: [{}, { logGroup: '/platform/green', retentionDays: 7 }],
  chart: {
    repo: 'https://fluent.github.io/helm-charts',
    name: 'fluent-bit',
    openValues: ['logLevel', 'resources'],
    values: ({ spoke, options }) => ({
      // A node whose pods nobody hears is the one that somebody will ask about.
      tolerations: [{ operator: 'Exists' }],
      config: { outputs: output(spoke, options) },
    }),
  },
});

function logGroupOf({ name }: Spoke, { logGroup }: Options): string {
  return logGroup ?? `/wheelwright/${name}`;
}

/** In Fluent Bit's own form. */
function output(spoke: Spoke, options: Options): string {
  const settings = {
    Name: 'cloudwatch_logs',
    Match: '*',
    region: spoke.region,
    log_group_name: logGroupOf(spoke, options),
    log_stream_prefix: '${HOSTNAME}.',
    auto_create_group: 'true',
    log_retention_days: options.retentionDays,
  };
  const lines = Object.entries(settings).map(([name, value]) => `    ${name} ${value}\n`);
  return `[OUTPUT]\n${lines.join('')}`;
}

/** https://docs.fluentbit.io/manual/data-pipeline/outputs/cloudwatch */
function statements(logGroup: string): readonly PolicyStatement[] {
  const arn = `arn:{partition}:logs:{region}:{account}:log-group:${logGroup}`;
  return [
    {
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutRetentionPolicy'],
      resources: [arn, `${arn}:*`],
    },
    { actions: ['logs:PutLogEvents'], resources: [`${arn}:log-stream:*`] },
  ];
}
