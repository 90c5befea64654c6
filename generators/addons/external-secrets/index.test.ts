import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import { unmarked } from '../../model/marks.ts';
import { type EnabledAddon, identitiesOf, manifestsOf } from '../addon-parts.ts';
import externalSecrets from './index.ts';
import options from './options.ts';

const spoke = { name: 'blue', region: 'eu-west-1', cloud: 'aws' } as Spoke;
const enabled = (given: object): EnabledAddon => ({
  name: 'externalSecrets',
  addon: externalSecrets,
  context: { spoke, options: options.parse(given) as never },
});
const storesWith = (given: object) => manifestsOf(enabled(given), unmarked);
const resourcesWith = (given: object) =>
  identitiesOf(enabled(given)).flatMap(({ statements = [] }) => statements.flatMap(({ resources }) => resources));

test('where nothing is said, a spoke reads the secrets that begin with its name', () => {
  expect(resourcesWith({})).toEqual(['arn:{partition}:secretsmanager:{region}:{account}:secret:{spoke}/*']);
  expect(storesWith({})).toEqual([
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'secrets-manager' },
      spec: { provider: { aws: { service: 'SecretsManager', region: 'eu-west-1' } } },
    },
  ]);
});

test('a parameter is named in its ARN with one slash', () => {
  expect(resourcesWith({ secrets: [], parameters: ['/{environment}/'] })).toEqual([
    'arn:{partition}:ssm:{region}:{account}:parameter/{environment}/*',
  ]);
});

test('stores may be for some namespaces alone', () => {
  const [store] = storesWith({ namespaces: ['checkout'] });
  expect(store?.['spec']).toMatchObject({ conditions: [{ namespaces: ['checkout'] }] });
});

test('a key is for what it encrypts: without secrets there are no rights', () => {
  const kmsKeys = ['arn:aws:kms:us-west-2:111111111111:key/0123abcd'];
  expect(resourcesWith({ kmsKeys })).toContain(kmsKeys[0]);
  expect(resourcesWith({ secrets: [], kmsKeys })).toEqual([]);
  expect(storesWith({ secrets: [], kmsKeys })).toEqual([]);
});

test.each(['', '*', '{nothing}/', '${spoke}/', 'a b'])('"%s" is no beginning of a name', (prefix) => {
  expect(options.safeParse({ secrets: [prefix] }).success).toBe(false);
});
