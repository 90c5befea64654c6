import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesFrom, expandedByKro } from '../stack/compare-expansion.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { type Fields, type KubeObject, nameOf, textAt, valueAt } from '../stack/kube-objects.ts';
import { objectsIn } from '../stack/localise.ts';
import { madeByKro } from '../stack/made-by-kro.ts';
import type { Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { openFleet, repositoryRoot } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

interface ExistingSubnet {
  readonly id: string;
  readonly az: string;
}

const cluster = { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster' };
const seconds = 420;

/** None where there is no such folder: not every hub has networks. */
function objectsBelow(folder: string): readonly KubeObject[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'kustomization.yaml')
    .flatMap((entry) => objectsIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}

/** Makes what an instance says is there already. */
async function seed({ cloud }: Stack, instance: KubeObject, account: string): Promise<void> {
  for (const network of (valueAt(instance, 'spec.ownNetwork') ?? []) as readonly Fields[]) {
    const { vpcID = '', publicSubnets, privateSubnets, intraSubnets } = network['existing'] as Fields;
    if (vpcID === '') continue;
    const region = textAt(instance, 'spec.region');
    const existing = [publicSubnets, privateSubnets, intraSubnets].flat() as readonly ExistingSubnet[];
    // The config need not say in which zones they are; a cluster needs two.
    const subnets = existing.map(({ id, az }, index) => ({ id, az: az || `${region}${'abc'[index % 3]}` }));
    await cloud.seed({ account, region, vpc: String(vpcID), subnets });
  }
}

/** Hands a hub's share of the example fleet to kro and the cloud, without Argo CD; returns its clusters. */
async function deliver(stack: Stack, hubName: string, certificate: { server: string; data: string }) {
  const { hub, cloud } = stack;
  const folder = join(repositoryRoot, 'out/hubs', hubName);
  const spokes = readdirSync(join(folder, 'spokes'));
  const platform = ['addons', 'accounts', 'networks'].flatMap((name) => objectsBelow(join(folder, name)));
  const instances = spokes.flatMap((spoke) => objectsBelow(join(folder, 'spokes', spoke, 'infrastructure')));
  const namespaces = platform.filter(({ kind }) => kind === 'Namespace');
  const others = platform.filter(({ kind }) => kind === 'ConfigMap' || kind === 'VPCNetwork');
  // Each hub has its own manager: two of them write the same map of accounts.
  for (const object of [...namespaces, ...others]) await hub.apply(object, { fieldManager: hubName });
  for (const instance of instances) {
    const namespace = namespaces.find(({ metadata }) => metadata.name === instance.metadata.namespace);
    const account = namespace?.metadata.annotations?.['services.k8s.aws/owner-account-id'] ?? '';
    expect(account !== '', `${nameOf(instance)} has no account`);
    await seed(stack, instance, account);
    await cloud.setApiServer(textAt(instance, 'spec.name'), certificate.server, certificate.data);
    await hub.apply(instance, { fieldManager: hubName });
  }
  return spokes;
}

/** What `expand` shows of each spoke of the example fleet is what kro makes of it. */
export default {
  name: 'example-fleet',
  async run(stack, evidence) {
    const { hub, processes } = stack;
    // One API server plays all clusters, which Argo CD would not understand.
    for (const name of ['argocd-application-controller', 'argocd-applicationset-controller']) {
      await processes.get(name).stop();
    }
    const [player = ''] = openFleet(stack).spokes;
    const { kube, certificateAuthorityData: data } = stack.spokes.get(player) ?? {};
    if (!kube || !data) throw new Error('no API server plays a cluster');
    const fleet: { readonly hub: string; readonly spoke: string }[] = [];
    for (const name of readdirSync(join(repositoryRoot, 'out/hubs'))) {
      const spokes = await deliver(stack, name, { server: kube.server, data });
      fleet.push(...spokes.map((spoke) => ({ hub: name, spoke })));
    }
    const waiting = async () => {
      const clusters = await hub.list(cluster);
      return fleet.filter(({ spoke }) => {
        const instance = clusters.find(({ metadata }) => metadata.name === spoke);
        return textAt(instance, 'status.state') !== 'ACTIVE';
      });
    };
    await until('the clusters of the example fleet ACTIVE', async () => (await waiting()).length === 0, {
      seconds,
      stuck: async () => {
        const [first] = await waiting();
        const instance = await hub.get({ ...cluster, name: first?.spoke ?? '', namespace: `spoke-${first?.spoke}` });
        return JSON.stringify(instance?.status ?? {}).slice(0, 3000);
      },
    });
    for (const { hub: hubName, spoke } of fleet) {
      const expanded = expandedByKro(repositoryRoot, hubName, spoke);
      const made = await madeByKro(hub, `spoke-${spoke}`);
      expectEqual(expanded.map(nameOf).sort(), made.map(nameOf).sort(), `what kro made for ${spoke}`);
      const differences = await differencesFrom(hub, expanded);
      expect(differences.length === 0, `${spoke} differs:\n${differences.join('\n')}`);
      evidence(`${spoke}: ${expanded.length} objects as expanded`);
    }
  },
} satisfies Proof;
