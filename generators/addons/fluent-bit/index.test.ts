import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import fluentBit from './index.ts';
import options from './options.ts';

const spoke = { name: 'blue', region: 'eu-west-1', cloud: 'aws' } as Spoke;
const context = (given: object) => ({ spoke, options: options.parse(given) as never });
const resourcesOf = (given: object) =>
  typeof fluentBit.clouds === 'string'
    ? []
    : fluentBit.clouds['aws']
        ?.identities?.(context(given))
        .flatMap(({ statements = [] }) => statements.flatMap(({ resources }) => resources));

test('a spoke writes to a log group of its own, which keeps what is written for a month', () => {
  const values = fluentBit.chart?.values(context({})) as { readonly config: { readonly outputs: string } } | undefined;
  expect(values?.config.outputs.split('\n').map((line) => line.trim())).toEqual(
    expect.arrayContaining(['region eu-west-1', 'log_group_name /wheelwright/blue', 'log_retention_days 30']),
  );
});

test('it may write to this group alone', () => {
  const own = 'arn:{partition}:logs:{region}:{account}:log-group:/platform/green';
  expect(resourcesOf({ logGroup: '/platform/green' })?.every((arn) => arn === own || arn.startsWith(`${own}:`))).toBe(
    true,
  );
});

test('CloudWatch takes only some numbers of days', () => {
  expect(options.safeParse({ retentionDays: 31 }).success).toBe(false);
});
