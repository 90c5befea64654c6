import { expect, test } from 'vitest';
import { compileExampleFleet, filesOf } from '../example-fleet.ts';
import { deliveredHubs } from './delivered-hubs.ts';
import { deliveryRules } from './delivery-rules.ts';

const files = filesOf(await compileExampleFleet());
const west = 'out/hubs/hub-west';

/** What is found where one text is replaced, everywhere in one file. */
function faultsWith(path: string, text: string, by: string): readonly string[] {
  const before = files.get(path) ?? '';
  expect(before).toContain(text);
  const hubs = deliveredHubs(new Map([...files, [path, before.replaceAll(text, by)]]));
  return Object.entries(deliveryRules).flatMap(([says, rule]) =>
    hubs.flatMap(rule).map((fault) => `${says}: ${fault}`),
  );
}

// A rule that nothing breaks proves nothing.
test.each([
  [
    `${west}/spokes/payments-load/argocd/applications.yaml`,
    'spokes/payments-load/infrastructure',
    'spokes/payments-lost/infrastructure',
    [
      'every Application has something to sync: hub-west: Application payments-load-infrastructure syncs nothing at out/hubs/hub-west/spokes/payments-lost/infrastructure',
    ],
  ],
  [
    `${west}/spokes/payments-load/argocd/projects.yaml`,
    'sync-wave: "2"',
    'sync-wave: "4"',
    [
      'every project is there before its Applications: hub-west: Application payments-load-metrics-server is made before its project payments-load-addons',
    ],
  ],
  [
    `${west}/spokes/payments-load/argocd/projects.yaml`,
    'https://kubernetes-sigs.github.io/metrics-server/',
    'https://kubernetes-sigs.github.io/*',
    [
      'every project permits what its Applications read and write: hub-west: Application "payments-load-metrics-server" reads "https://kubernetes-sigs.github.io/metrics-server/", which AppProject "payments-load-addons" does not permit.',
    ],
  ],
  [
    `${west}/argocd/projects.yaml`,
    'kind: ClusterRole\n  namespace',
    'kind: Role\n  namespace',
    [
      'every project permits what its Applications read and write: hub-west: Application "library" delivers ClusterRole "wheelwright-kro-ekscluster.kro.run", which AppProject "platform" does not permit.',
      'every project permits what its Applications read and write: hub-west: Application "library" delivers ClusterRole "wheelwright-kro-vpc-network", which AppProject "platform" does not permit.',
      'every project permits what its Applications read and write: hub-west: Application "library" delivers ClusterRole "wheelwright-kro-encryption-key", which AppProject "platform" does not permit.',
    ],
  ],
  [
    `${west}/argocd/projects.yaml`,
    'namespace: network-*',
    'namespace: net-*',
    [
      'every project permits what its Applications read and write: hub-west: Application "network-shared-west" goes to namespace "network-shared-west", which AppProject "infrastructure" does not permit.',
      'every project permits what its Applications read and write: hub-west: Application "network-shared-west" delivers VPCNetwork "shared-west" to namespace "network-shared-west", which AppProject "infrastructure" does not permit.',
    ],
  ],
  [
    `${west}/argocd/settings.yaml`,
    'health.kro.run_VPCNetwork',
    'health.kro.run_VpcNetwork',
    [
      'every kind that gates has a health check: hub-west: VPCNetwork shared-west in Application network-shared-west has no health check',
    ],
  ],
  [
    `${west}/networks/shared-west/network.yaml`,
    'SkipDryRunOnMissingResource=true,',
    '',
    [
      'kinds that may not be there yet skip the dry run: hub-west: VPCNetwork shared-west in Application network-shared-west does not skip the dry run',
    ],
  ],
  [
    `${west}/accounts/payments/_network-shared-west.yaml`,
    'name: network-shared-west',
    'name: network-shared',
    [
      'every namespace is there before what stands in it: hub-west: Application network-shared-west needs namespace network-shared-west before anybody makes it',
    ],
  ],
  [
    `${west}/spokes/payments-prod/teams/checkout/team.yaml`,
    'name: container-defaults',
    'name: quota\n---\napiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: quota',
    expect.arrayContaining([expect.stringContaining('nothing is synced twice: hub-west: ResourceQuota "quota"')]),
  ],
  [
    `${west}/bootstrap/hub-bootstrap.yaml`,
    'refs/heads/main',
    'main',
    ['every Application applies the newest commit for ever: hub-west: Application hub-west follows main'],
  ],
])('in %s, %j instead of %j is found', (path, text, by, faults) => {
  expect(faultsWith(path, text, by)).toEqual(faults);
});
