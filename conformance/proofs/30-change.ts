import { expect, expectEqual } from '../stack/expect.ts';
import { conditionOf, type KubeObject, kinds, refOf, textAt, valueAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const nodegroup = { apiVersion: 'eks.services.k8s.aws/v1alpha1', kind: 'Nodegroup' };
const spoke = 'own';
const wanted = 9;

const ofSpoke = (objects: readonly KubeObject[]) =>
  objects.find((object) => valueAt(object, 'spec.clusterName') === spoke);

const isSynced = (object: KubeObject) => conditionOf(object, 'ACK.ResourceSynced')?.status === 'True';

/** A node count that is edited in the config arrives at AWS, in place, and touches nothing of another spoke. */
export default {
  name: 'change',
  async run(stack, evidence) {
    const fleet = openFleet(stack);
    const before = ofSpoke(await stack.hub.list(nodegroup));
    expect(before !== undefined, `there is no node group of ${spoke}`);
    const lastCall = (await stack.cloud.calls()).at(-1)?.number ?? 0;
    await fleet.edit(`config/spokes/${spoke}.yaml`, (text) => `${text}nodeGroups: { default: { max: ${wanted} } }\n`);

    await until(
      'AWS is asked for another number of nodes',
      async () => (await stack.cloud.calls(lastCall)).some(({ operation }) => operation === 'UpdateNodegroupConfig'),
      { seconds: 300 },
    );
    const infrastructure = { ...kinds.application, namespace: 'argocd', name: `${spoke}-infrastructure` };
    await stack.hub.until(refOf(before), 'synced again', isSynced, 60);
    await stack.hub.until(infrastructure, 'Healthy', (object) => textAt(object, 'status.health.status') === 'Healthy');
    // Only now: what follows from the update would be asked for after it.
    const calls = await stack.cloud.calls(lastCall);
    const after = ofSpoke(await stack.hub.list(nodegroup));
    expectEqual(valueAt(after, 'spec.scalingConfig.maxSize'), wanted, 'the largest number of nodes');
    expectEqual(after?.metadata.uid, before.metadata.uid, 'the identity of the node group');
    const others = calls.filter(({ service, operation }) => service !== 'aws' && operation !== 'UpdateNodegroupConfig');
    expect(others.length === 0, `AWS was also asked for ${others.map(({ operation }) => operation).join(', ')}`);
    evidence(`UpdateNodegroupConfig alone was called, and ${after?.metadata.name} is the object that it was`);
  },
} satisfies Proof;
