import { expect, test } from 'vitest';
import { exampleApplication, exampleSpoke, exampleTeam } from '../../../../diagnostics/example-files.ts';
import { repository } from '../../../../testing/repository.ts';

const team = (identity: string) => exampleTeam('namespaces: {checkout: {}}', `identity: ${identity}`);
const application = (identity: string) =>
  exampleApplication(`{team: checkout, namespace: checkout, base: web-service, identity: ${identity}}`);
const statement = (actions: string, resources: string) =>
  `{serviceAccount: shop, statements: [{actions: [${actions}], resources: [${resources}]}]}`;

/** What is said of what an application of spoke `green` asks for, beside a spoke `green-two`. */
async function said(allowed: string, asked: string): Promise<readonly string[]> {
  const { diagnostics } = await repository({
    'config/teams/checkout.yaml': team(allowed),
    'config/spokes/green.yaml': application(asked),
    'config/spokes/green-two.yaml': exampleSpoke('network: {cidr: 10.2.0.0/18}'),
  }).compile();
  return diagnostics
    .filter(({ code }) => code === 'identity/not-allowed')
    .map(({ message }) => /asks for (?:the policy )?"(.*)", which/.exec(message)?.[1] ?? message);
}

const s3 = '{actions: ["s3:*Object"]}';

test.each([
  // Nothing, unless the team has it.
  ['{}', statement('"s3:GetObject"', '"arn:aws:s3:::green-orders/*"'), ['s3:GetObject']],
  ['{}', '{serviceAccount: shop, policies: [AmazonS3ReadOnlyAccess]}', ['AmazonS3ReadOnlyAccess']],
  ['{policies: [AmazonS3ReadOnlyAccess]}', '{serviceAccount: shop, policies: [AmazonS3ReadOnlyAccess]}', []],
  // Actions: wildcards within wildcards.
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::green-orders/*"'), []],
  [s3, statement('"S3:getobject"', '"arn:aws:s3:::{spoke}-orders/*"'), []],
  [s3, statement('"s3:Get*"', '"arn:aws:s3:::green-orders/*"'), ['s3:Get*']],
  ['{actions: ["s3:Get?bject"]}', statement('"s3:Get*bject"', '"arn:aws:s3:::green-orders/*"'), ['s3:Get*bject']],
  // Resources: those of the spoke, and of no other.
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::orders/*"'), ['arn:aws:s3:::orders/*']],
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::green-two-orders/*"'), ['arn:aws:s3:::green-two-orders/*']],
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::green-*"'), ['arn:aws:s3:::green-*']],
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::green-t?o-orders/*"'), ['arn:aws:s3:::green-t?o-orders/*']],
  [
    s3,
    statement('"s3:GetObject"', '"arn:aws:s3:::green-${aws:PrincipalTag/team}/*"'),
    ['arn:aws:s3:::green-${aws:PrincipalTag/team}/*'],
  ],
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::green-orders/${aws:PrincipalTag/team}/*"'), []],
  [s3, statement('"s3:GetObject"', '"arn:aws:s3:::*"'), ['arn:aws:s3:::*']],
  [
    s3,
    statement('"s3:GetObject"', '"arn:aws:s3:::other/a:b:green-orders/*"'),
    ['arn:aws:s3:::other/a:b:green-orders/*'],
  ],
  [
    '{actions: ["s3:GetObject"], resources: ["arn:aws:s3:::green-two-*"]}',
    statement('"s3:GetObject"', '"arn:aws:s3:::green-two-orders/*"'),
    [],
  ],
  // What knows no resources can be limited to none.
  ['{actions: ["route53:List*"]}', statement('"route53:ListHostedZones"', '"*"'), []],
])('a team with %s, an application with %s: %j', async (allowed, asked, refused) => {
  expect(await said(allowed, asked)).toEqual(refused);
});
