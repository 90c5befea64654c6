import { expect, expectEqual } from '../stack/expect.ts';
import { type KubeObject, kinds, textAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const spoke = 'late';
const namespace = `spoke-${spoke}`;
const reason = 'The range is not free.';
// A code that the controller of ec2 takes as final.
const fault = { mode: 'refuse', kind: 'VPC', namespace, message: `InvalidParameterValue: ${reason}` } as const;

const config = 'environment: test\naccount: beta\nregion: us-east-1\nnetwork: { cidr: 10.8.0.0/18 }\n';
const file = `config/spokes/${spoke}.yaml`;

const application = (name: string) => ({ ...kinds.application, namespace: 'argocd', name });
const cluster = { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster', namespace, name: spoke };
const stateOf = (object: KubeObject) =>
  `${textAt(object, 'status.sync.status')} ${textAt(object, 'status.health.status')}`;
const isDone = (object: KubeObject) => stateOf(object) === 'Synced Healthy';
const isOfSpoke = ({ metadata: { name } }: KubeObject) => name === namespace || name.startsWith(`${spoke}-`);

/** A new spoke whose VPC is refused holds back itself alone, says why, and a commit is all that repairs it. */
export default {
  name: 'gating',
  async run(stack, evidence) {
    const { hub, recorder } = stack;
    const fleet = openFleet(stack);
    await stack.addSpoke(spoke);
    await stack.cloud.inject(fault);
    const { at: since } = recorder.mark('a spoke that AWS refuses');
    await fleet.edit(file, () => config);
    await stack.argocd.refresh();

    const infrastructure = application(`${spoke}-infrastructure`);
    const isDegraded = (object: KubeObject) => textAt(object, 'status.health.status') === 'Degraded';
    await hub.until(infrastructure, 'Degraded', isDegraded, 240);
    const said = await until(
      'the reason in the health of the cluster',
      async () => {
        const health = (await stack.argocd.tree(infrastructure.name)).find(({ kind }) => kind === cluster.kind)?.health;
        return health?.status === 'Degraded' && health.message?.includes(reason) && health.message;
      },
      { seconds: 60 },
    );
    evidence(`Argo CD says of the cluster: ${said}`);

    // A change of another spoke arrives meanwhile, and so has had its turn what else there is of this one.
    await fleet.edit('config/spokes/guest.yaml', (text) => `${text}tags: { while: held }\n`);
    const revision = stack.git('platform').log().at(-1)?.sha ?? '';
    const isCurrent = (object: KubeObject) => textAt(object, 'status.sync.revision') === revision;
    const guest = application('guest-infrastructure');
    await stack.argocd.refresh();
    await hub.until(guest, 'at the new revision', (object) => isCurrent(object) && isDone(object), 240);
    const others = (await hub.list(kinds.application)).filter((object) => !isOfSpoke(object));
    for (const { metadata } of others) await hub.until(application(metadata.name), 'untouched', isDone, 120);
    const early = recorder.first({ kind: 'Application', name: new RegExp(`^${spoke}-(?!infrastructure$)`) });
    expectEqual(early?.name, undefined, `what came before the cluster of ${spoke}`);
    evidence(`${others.length} other Applications are Synced and Healthy, and a change of guest arrived`);

    // AWS would take it now. ACK tries again what it was refused for good only when it is asked for something else.
    await stack.cloud.clear(fault);
    await fleet.edit(file, (text) => `${text}tags: { range: free }\n`);
    await stack.argocd.refresh();
    const parent = application(namespace);
    await hub.until(parent, 'Synced and Healthy', isDone, 420);
    const active = recorder.first({ kind: cluster.kind, name: spoke, where: ({ state }) => state === 'ACTIVE' });
    expect(active !== undefined, `the cluster of ${spoke} was never ACTIVE`);
    const guests = (await hub.list(kinds.application)).filter(
      (object) => isOfSpoke(object) && ![namespace, infrastructure.name].includes(object.metadata.name),
    );
    expect(guests.length > 0, `nothing goes to ${spoke}`);
    for (const { metadata } of guests) {
      const first = recorder.first({ kind: kinds.application.kind, name: metadata.name });
      expect(
        (first?.revision ?? 0) > active.revision,
        `${metadata.name} came before the cluster of ${spoke} was ACTIVE`,
      );
    }
    const seconds = Math.round((active.at - since) / 1000);
    evidence(`a commit alone repaired it: ACTIVE ${seconds} s after the first, then ${guests.length} Applications`);
  },
} satisfies Proof;
