import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import { unmarked } from '../../model/marks.ts';
import { type EnabledAddon, identitiesOf, manifestsOf } from '../addon-parts.ts';
import certManager from './index.ts';
import options from './options.ts';

const spoke = { name: 'blue', region: 'eu-west-1', cloud: 'aws' } as Spoke;
const zones = { 'apps.example.com': 'Z0123456789ABCDEFGHIJ', 'example.org': 'Z0123456789ABCDEFGHIJ' };
const enabled = (given: object): EnabledAddon => ({
  name: 'certManager',
  addon: certManager,
  context: { spoke, options: options.parse(given) as never },
});
const valuesWith = (given: object) => certManager.chart?.values(enabled(given).context);
const statementsWith = (letsEncrypt: object) =>
  identitiesOf(enabled({ letsEncrypt })).flatMap(({ statements = [] }) => statements);

test('by itself it brings its kinds, and may do nothing in the cloud', () => {
  expect(valuesWith({})).toMatchObject({ crds: { enabled: true }, replicaCount: 2, webhook: { replicaCount: 2 } });
  expect(identitiesOf(enabled({}))).toEqual([]);
  expect(manifestsOf(enabled({}), unmarked)).toEqual([]);
});

test('a single copy has no budget, which would hold up every drain', () => {
  expect(valuesWith({ replicas: 1 })).toMatchObject({ podDisruptionBudget: { enabled: false } });
});

test('it makes an issuer for each authority, with a proof for each domain', () => {
  const issuers = manifestsOf(enabled({ letsEncrypt: { email: 'a@example.com', zones } }), unmarked);
  expect(issuers.map(({ metadata }) => metadata.name)).toEqual(['letsencrypt-production', 'letsencrypt-staging']);
  expect(issuers[0]).toMatchObject({
    kind: 'ClusterIssuer',
    spec: {
      acme: {
        email: 'a@example.com',
        solvers: [
          { selector: { dnsZones: ['apps.example.com'] }, dns01: { route53: { hostedZoneID: zones['example.org'] } } },
          { selector: { dnsZones: ['example.org'] } },
        ],
      },
    },
  });
});

test('it changes the records of challenges in its zones and no others', () => {
  const [change] = statementsWith({ zones });
  expect(change?.resources).toEqual(['arn:{partition}:route53:::hostedzone/Z0123456789ABCDEFGHIJ']);
  expect(change?.conditions).toEqual({
    'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': 'TXT' },
    'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': '_acme-challenge.*' },
  });
});

test('where another account has the zones, it may do nothing but assume the role there', () => {
  const role = 'arn:aws:iam::111111111111:role/dns';
  expect(statementsWith({ zones, role })).toEqual([
    { actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [role] },
  ]);
  expect(JSON.stringify(manifestsOf(enabled({ letsEncrypt: { zones, role } }), unmarked))).toContain(role);
});

test('issuers without a domain are a mistake', () => {
  const problems = certManager.problems?.(enabled({ letsEncrypt: { zones: {} } }).context) ?? [];
  expect([...problems].map(({ path }) => path)).toEqual([['letsEncrypt', 'zones']]);
});
