import { expect, test } from 'vitest';
import type { Fleet, Spoke } from '../../model/fleet.ts';
import { repository } from '../../testing/repository.ts';
import { spokeBundles } from '../bundles/spoke-bundles.ts';
import { spokeRights } from './spoke-rights.ts';

async function rightsWith(...lines: readonly string[]) {
  const { fleet, diagnostics } = await repository({
    'config/spokes/blue.yaml': [
      'environment: production',
      'account: main',
      'region: eu-west-1',
      'network: {cidr: 10.0.0.0/18}',
      ...lines,
    ].join('\n'),
    'config/teams/checkout.yaml': 'accounts: [main]\nquota: {}\nnamespaces: {ledger: {}, checkout: {}}\n',
  }).compile();
  expect(diagnostics).toEqual([]);
  const spoke = fleet?.spokes.get('blue') as Spoke;
  return spokeRights(spoke, fleet as Fleet, spokeBundles(spoke, fleet as Fleet));
}

const spokeCluster = { spoke: 'blue' };

test('without teams, add-ons have a project of their own', async () => {
  expect((await rightsWith()).map(({ name, destinations }) => [name, destinations])).toEqual([['blue-addons', []]]);
});

test('the project of add-ons permits each namespace in which a chart makes objects', async () => {
  const [addons] = await rightsWith('versions: {addons: {keda: 2.20.2}}', 'addons: {keda: {}}');
  expect(addons?.destinations.map(({ namespace }) => namespace)).toEqual(['keda', 'kube-system']);
});

test('a team may use its namespaces on this spoke and the repositories in use, and nothing that bounds it', async () => {
  const [addons, team] = await rightsWith(
    'teams: [checkout]',
    'applications:',
    '  shop: {team: checkout, namespace: checkout, source: {repo: "https://github.com/acme/shop", path: x, revision: v1}}',
    '  redis: {team: checkout, namespace: ledger, chart: {repo: "oci://example.com/charts", name: redis, version: 1.0.0}}',
  );
  expect(addons?.destinations).toEqual(
    ['checkout', 'default', 'ledger'].map((namespace) => ({ cluster: spokeCluster, namespace })),
  );
  expect(team).toEqual({
    name: 'blue-checkout',
    description: 'applications of team checkout on blue',
    repositories: ['https://github.com/acme/shop', 'oci://example.com/charts'],
    destinations: ['checkout', 'ledger'].map((namespace) => ({ cluster: spokeCluster, namespace })),
    clusterKinds: [],
    deniedNamespacedKinds: [
      { group: '', kind: 'LimitRange' },
      { group: '', kind: 'ResourceQuota' },
      { group: 'rbac.authorization.k8s.io', kind: 'Role' },
      { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
    ],
  });
});

test('this repository is the team’s only where an application of the team comes from it', async () => {
  const base = '{team: checkout, namespace: checkout, base: web-service, set: {image: "example.com/shop:1"}}';
  const [, without] = await rightsWith('teams: [checkout]');
  const [, team] = await rightsWith('teams: [checkout]', `applications: {shop: ${base}}`);
  expect(without?.repositories).toEqual([]);
  expect(team?.repositories).toEqual(['https://github.com/acme/platform']);
});

test('projects stay while a spoke retires', async () => {
  const rights = await rightsWith('teams: [checkout]', 'lifecycle: retiring');
  expect(rights.map(({ name }) => name)).toEqual(['blue-addons', 'blue-checkout']);
});
