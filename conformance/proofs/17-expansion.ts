import { differencesFrom, expandedByKro } from '../stack/compare-expansion.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { kindsOfAck } from '../stack/kinds-of-ack.ts';
import { type KubeObject, kinds, nameOf } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { openFleet } from '../stack/start-fleet.ts';

/** Everything in a namespace, and the Secrets of Argo CD, that kro made. */
async function madeFor({ hub }: Stack, spoke: string): Promise<readonly KubeObject[]> {
  const all = [
    ...(await kindsOfAck(hub)),
    kinds.configMap,
    kinds.secret,
    { apiVersion: 'kro.run/v1alpha1', kind: 'VPCNetwork' },
  ];
  const labels = `kro.run/owned=true,kro.run/instance-namespace=spoke-${spoke}`;
  const lists = await Promise.all(all.map((kind) => hub.list(kind, { labels })));
  return lists.flat().filter(({ metadata }) => metadata.labels?.['kro.run/node-id'] !== undefined);
}

/** What `expand` shows of a spoke, without a cluster, is what kro made of it: every object, and every field that no cloud fills in. */
export default {
  name: 'expansion',
  async run(stack, evidence) {
    const fleet = openFleet(stack);
    for (const spoke of fleet.spokes) {
      const expanded = expandedByKro(fleet.folder, fleet.hub, spoke);
      expect(expanded.length > 0, `expand shows nothing for ${spoke}`);
      expectEqual(
        expanded.map(nameOf).sort(),
        (await madeFor(stack, spoke)).map(nameOf).sort(),
        `what kro made for ${spoke}`,
      );
      const differences = await differencesFrom(stack.hub, expanded);
      expect(differences.length === 0, `${spoke} differs:\n${differences.join('\n')}`);
      evidence(`${spoke}: ${expanded.length} objects as expanded`);
    }
  },
} satisfies Proof;
