import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PolicyStatement } from '../../../model/policy-statement.ts';
import { checkActions } from './check-actions.ts';
import { checkConditions } from './check-conditions.ts';
import { checkAnyResource, checkResources } from './check-resources.ts';
import { isAllowed } from './evaluate-policy.ts';
import { findActions } from './find-actions.ts';
import { readIamActions } from './iam-actions.ts';
import { matchesPattern } from './matches-pattern.ts';
import { policySize, splitPolicy } from './policy-document.ts';
import type { StatementRule } from './statement-problem.ts';

const known = readIamActions(readFileSync(join(import.meta.dirname, '../../../../schemas/aws/iam.json'), 'utf8'));

const said = (rule: StatementRule, statement: PolicyStatement) =>
  [...rule(statement, known)].map(({ path, message, write, help }) => [path.join('.'), message, write ?? help]);

const statement = (
  actions: readonly string[],
  resources: readonly string[] = ['*'],
  conditions?: PolicyStatement['conditions'],
) => ({
  actions,
  resources,
  ...(conditions !== undefined && { conditions }),
});

describe('what AWS publishes', () => {
  test('has every service, and what an action is about', () => {
    expect(known.services.length).toBeGreaterThan(400);
    expect(known.service('eks')?.actions['CreateAddon']).toEqual({
      on: ['cluster', 'podidentityassociation'],
      keys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys'],
    });
    expect(findActions('EKS:describeaddon*', known).map(({ name }) => name)).toEqual([
      'eks:DescribeAddon',
      'eks:DescribeAddonConfiguration',
      'eks:DescribeAddonVersions',
    ]);
  });
});

describe('patterns', () => {
  test.each([
    ['arn:aws:s3:::bucket/key', 'arn:aws:s3:::bucket/*', true],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*', false],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['', '*', true],
    ['a*c', 'a*c', true],
  ])('%s is what %s says: %s', (text, pattern, is) => {
    expect(matchesPattern(text, pattern)).toBe(is);
  });

  test('take no time that grows faster than both lengths together', () => {
    expect(matchesPattern('a'.repeat(5000), `${'a*'.repeat(500)}b`)).toBe(false);
  });
});

describe('actions', () => {
  test.each([
    [['s3:GetObject', 'route53:ChangeResourceRecordSets', 's3:Get*'], []],
    [
      ['s3:GetObjekt'],
      [['actions.0', '"s3:GetObjekt" is no action of AWS. Did you mean "GetObject"?', 's3:GetObject']],
    ],
    [['s4:GetObject'], [['actions.0', '"s4" is no service of IAM. Did you mean "s3"?', 's3:GetObject']]],
    [['GetObject'], [['actions.0', '"GetObject" is no action of IAM.', expect.stringContaining('s3:GetObject')]]],
    [['*'], [['actions.0', '"*" is no action of IAM.', expect.any(String)]]],
    [['iam:*'], [['actions.0', '"iam:*" is a wildcard: of iam, actions are named one by one.', expect.any(String)]]],
    [['sts:Assume*'], [['actions.0', expect.stringContaining('is a wildcard'), expect.any(String)]]],
  ])('%j', (actions, problems) => {
    expect(said(checkActions, statement(actions))).toEqual(problems);
  });
});

describe('resources', () => {
  test.each([
    [['s3:GetObject'], ['arn:aws:s3:::bucket/*'], []],
    [['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*'], []],
    [['route53:ChangeResourceRecordSets'], ['arn:aws:route53:::hostedzone/*'], []],
    [['s3:GetObject'], ['bucket'], [['resources.0', '"bucket" is no ARN.', expect.any(String)]]],
    [
      ['s3:ListBucket'],
      ['arn:aws:sqs:eu-west-1:111122223333:queue'],
      [['resources.0', expect.stringContaining('None of the actions'), expect.stringContaining('bucket')]],
    ],
    [
      ['s3:GetObject', 'route53:ListHostedZones'],
      ['arn:aws:s3:::bucket/*'],
      [['actions.1', expect.stringContaining('can be limited to no resource'), expect.any(String)]],
    ],
    [['route53:ListHostedZones'], ['*'], []],
  ])('%j on %j', (actions, resources, problems) => {
    expect(said(checkResources, statement(actions, resources))).toEqual(problems);
  });

  test('"*" is told where an action could be limited, unless a condition says to what', () => {
    expect(said(checkAnyResource, statement(['s3:GetObject']))).toEqual([
      ['resources.0', '"*" allows s3:GetObject for every resource of the account.', expect.any(String)],
    ]);
    expect(said(checkAnyResource, statement(['route53:ListHostedZones']))).toEqual([]);
    const limited = { StringEquals: { 'aws:ResourceTag/team': 'checkout' } };
    expect(said(checkAnyResource, statement(['s3:GetObject'], ['*'], limited))).toEqual([]);
  });
});

describe('conditions', () => {
  test.each([
    [{ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, []],
    [{ 'ForAllValues:StringLike': { 's3:prefix': ['a/*'] } }, []],
    [{ StringLikeIfExists: { 's3:prefix': 'a' } }, []],
    [
      { StringEqual: { 's3:prefix': 'a' } },
      [
        [
          'conditions.StringEqual',
          '"StringEqual" is no operator of IAM. Did you mean "StringEquals"?',
          'Write StringEquals.',
        ],
      ],
    ],
    [
      { StringLike: { 's3:prefx': 'a' } },
      [['conditions.StringLike.s3:prefx', expect.stringContaining('Did you mean "s3:prefix"?'), expect.any(String)]],
    ],
  ])('%j', (conditions, problems) => {
    expect(said(checkConditions, statement(['s3:ListBucket'], ['arn:aws:s3:::bucket'], conditions))).toEqual(problems);
  });
});

describe('a policy', () => {
  const policy = [
    statement(['s3:Get*'], ['arn:aws:s3:::bucket/*'], {
      StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-west-2'] },
    }),
    statement(['iam:PassRole'], ['arn:aws:iam::111122223333:role/a-*'], {
      StringLikeIfExists: { 'iam:PassedToService': 'eks.*' },
    }),
    statement(['sqs:SendMessage'], ['*'], {
      StringNotEquals: { 'aws:ResourceTag/closed': 'yes' },
      Null: { 'aws:ResourceTag/owner': 'false' },
    }),
  ];
  const region = { 'aws:RequestedRegion': 'eu-west-1' };
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::bucket/key', region, true],
    ['S3:getobject', 'arn:aws:s3:::bucket/key', { 'AWS:requestedregion': 'eu-west-2' }, true],
    ['s3:GetObject', 'arn:aws:s3:::bucket/key', { 'aws:RequestedRegion': 'us-east-1' }, false],
    ['s3:GetObject', 'arn:aws:s3:::bucket/key', {}, false],
    ['s3:PutObject', 'arn:aws:s3:::bucket/key', region, false],
    ['s3:GetObject', 'arn:aws:s3:::other/key', region, false],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/a-node', {}, true],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/a-node', { 'iam:PassedToService': 'ec2.amazonaws.com' }, false],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', { 'aws:ResourceTag/owner': 'me' }, true],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', {}, false],
    [
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:q',
      { 'aws:ResourceTag/owner': 'me', 'aws:ResourceTag/closed': 'yes' },
      false,
    ],
  ])('%s on %s with %j: %s', (action, resource, context, allowed) => {
    expect(isAllowed(policy, { action, resource, context })).toBe(allowed);
  });

  test('is split below a size, and allows what it allowed', () => {
    const many = statement(
      Array.from({ length: 40 }, (_, index) => `s3:Action${index}`),
      Array.from({ length: 90 }, (_, index) => `arn:aws:s3:::bucket-${index}/*`),
    );
    const parts = splitPolicy([statement(['sqs:SendMessage']), many, statement(['sns:Publish'])], 1500);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(policySize(part)).toBeLessThanOrEqual(1500);
    const all = parts.flat();
    for (const action of many.actions)
      for (const resource of many.resources) expect(isAllowed(all, { action, resource })).toBe(true);
    expect(isAllowed(all, { action: 'sns:Publish', resource: 'arn:aws:sns:eu-west-1:111122223333:t' })).toBe(true);
    expect(isAllowed(all, { action: 's3:Action1', resource: 'arn:aws:s3:::else/*' })).toBe(false);
  });
});
