import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectEqual } from '../stack/expect.ts';
import { type KubeObject, kinds, nameOf, textAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { repositoryRoot, startFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const seconds = 240;
const network = 'config/networks/shared.yaml';
const graphKind = { apiVersion: 'kro.run/v1alpha1', kind: 'ResourceGraphDefinition' };
const networkKind = { apiVersion: 'kro.run/v1alpha1', kind: 'VPCNetwork' };

const stateOf = (object: KubeObject) =>
  `${textAt(object, 'status.sync.status')} ${textAt(object, 'status.health.status')}`;

async function unfinished({ hub, git }: Stack): Promise<readonly string[]> {
  const revision = git('platform').log().at(-1)?.sha;
  return (await hub.list(kinds.application))
    .filter((application) => {
      const isOld =
        textAt(application, 'spec.source.repoURL') === git('platform').url &&
        textAt(application, 'status.sync.revision') !== revision;
      return isOld || stateOf(application) !== 'Synced Healthy';
    })
    .map(
      (application) =>
        `${nameOf(application)}: ${stateOf(application)} ${textAt(application, 'status.operationState.message')}`,
    );
}

async function settled(stack: Stack, what: string): Promise<void> {
  await until(
    what,
    async () => (await stack.hub.list(kinds.application)).length > 0 && (await unfinished(stack)).length === 0,
    { seconds, stuck: async () => (await unfinished(stack)).join('\n') },
  );
}

/** Each graph that was delivered is one that kro serves. */
async function activeGraphs({ hub }: Stack): Promise<readonly string[]> {
  const graphs = await hub.list(graphKind);
  const waiting = graphs.filter((graph) => textAt(graph, 'status.state') !== 'Active');
  expectEqual(waiting.map(nameOf), [], 'graphs that are not Active');
  return graphs.map(({ metadata }) => metadata.name).sort();
}

/** A hub that has no spoke yet is Healthy, and so is one that has nothing but a network: nothing waits for what nobody asked for. */
export default {
  name: 'empty-hub',
  fresh: true,
  async run(stack, evidence) {
    const fleet = await startFleet(stack, (folder) => {
      for (const part of ['spokes', 'networks']) rmSync(join(folder, 'config', part), { recursive: true });
    });
    expectEqual(fleet.spokes, [], 'spokes of the fleet');
    await settled(stack, 'a hub without a spoke is Synced and Healthy');
    const root = await stack.hub.get({ ...kinds.application, namespace: 'argocd', name: fleet.hub });
    expectEqual(stateOf(root as KubeObject), 'Synced Healthy', 'the root');
    const without = await activeGraphs(stack);
    evidence(`without a spoke the hub is Synced and Healthy, with ${without.length} graphs`);

    await fleet.edit(network, () => readFileSync(join(repositoryRoot, 'conformance/fleet', network), 'utf8'));
    await stack.argocd.refresh();
    const isActive = (object: KubeObject) => textAt(object, 'status.state') === 'ACTIVE';
    await until('the network is ACTIVE', async () => (await stack.hub.list(networkKind)).some(isActive), { seconds });
    await settled(stack, 'a hub with a network alone is Synced and Healthy');
    const graphs = await activeGraphs(stack);
    expect(graphs.length > 0, 'there is no graph for the network');
    expectEqual(
      (await stack.cloud.calls()).filter(({ service }) => service === 'eks'),
      [],
      'what EKS was asked for',
    );
    evidence(`with a network alone it is so too: ${graphs.join(', ')}`);
  },
} satisfies Proof;
