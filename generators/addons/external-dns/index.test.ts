import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import externalDns from './index.ts';
import options from './options.ts';

const spoke = { name: 'blue', region: 'eu-west-1', cloud: 'aws' } as Spoke;
const zones = ['Z0123456789ABCDEFGHIJ'];
const context = (given: object) => ({ spoke, options: options.parse({ zones, ...given }) as never });
const rightsOf = (given: object) =>
  typeof externalDns.clouds === 'string'
    ? []
    : externalDns.clouds['aws']?.identities?.(context(given)).flatMap(({ statements = [] }) => statements);

test('it sees its zones alone, and marks what it makes with the name of the spoke', () => {
  expect(externalDns.chart?.values(context({}))).toMatchObject({
    txtOwnerId: 'blue',
    extraArgs: ['--zone-id-filter=Z0123456789ABCDEFGHIJ'],
    env: [{ name: 'AWS_REGION', value: 'eu-west-1' }],
  });
});

test('it changes records of its zones and of no other', () => {
  expect(rightsOf({})?.[0]?.resources).toEqual(['arn:{partition}:route53:::hostedzone/Z0123456789ABCDEFGHIJ']);
});

test('where another account has the zones, it may do nothing but assume the role there', () => {
  const role = 'arn:aws:iam::111111111111:role/dns';
  expect(rightsOf({ role })).toEqual([{ actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [role] }]);
  expect(externalDns.chart?.values(context({ role }))).toMatchObject({
    extraArgs: ['--zone-id-filter=Z0123456789ABCDEFGHIJ', `--aws-assume-role=${role}`],
  });
});

test('an identifier that is none is refused', () => {
  expect(options.safeParse({ zones: ['example.com'] }).success).toBe(false);
  expect(options.safeParse({}).success).toBe(false);
});
