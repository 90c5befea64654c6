import { parseDocument } from 'yaml';
import { takeCensus, wishOf } from '../stack/census.ts';
import type { CloudCall, CloudInventory } from '../stack/cloud.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { commandWith, explainLeaving } from '../stack/explained-steps.ts';
import { type KubeObject, kinds, nameOf, type ObjectRef, textAt } from '../stack/kube-objects.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { type Fleet, openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

/** One with a network of its own, and one in a network that others share; both in an account where nothing else is. */
const leavers = ['own', 'guest'] as const;
const account = '222222222222';
const network = 'network-shared';
const stayer = 'legacy';
const seconds = 240;

interface Scene {
  readonly stack: Stack;
  readonly fleet: Fleet;
  readonly evidence: Evidence;
}

const application = (name: string): ObjectRef => ({ ...kinds.application, namespace: 'argocd', name });
const instance = (spoke: string): ObjectRef => ({
  apiVersion: 'kro.run/v1alpha1',
  kind: 'EKSCluster',
  namespace: `spoke-${spoke}`,
  name: spoke,
});

const isGood = (object: KubeObject) =>
  textAt(object, 'status.sync.status') === 'Synced' && textAt(object, 'status.health.status') === 'Healthy';

const setField = (path: readonly string[], value: unknown) => (text: string) => {
  const document = parseDocument(text);
  document.setIn(path, value);
  return document.toString();
};

async function edit({ stack, fleet }: Scene, spoke: string, change: (text: string) => string | undefined) {
  await fleet.edit(`config/spokes/${spoke}.yaml`, change);
  await stack.argocd.refresh();
}

/** Whose it is: by the namespace of what the cloud has, by the label of what Argo CD has. */
function ownerOf({ metadata: { namespace = '', name, labels = {} } }: KubeObject): string {
  const spoke = labels['wheelwright.dev/spoke'];
  if (spoke !== undefined) return `spoke-${spoke}`;
  return namespace === 'argocd' ? name : namespace;
}

const isLeaver = (owner: string) => leavers.some((spoke) => owner === `spoke-${spoke}`);
const leavesWith = (object: KubeObject) => isLeaver(ownerOf(object));

/** Calls that ask AWS for something, for objects in a namespace. */
const callsFor = (calls: readonly CloudCall[], namespace: string) =>
  calls.filter(({ service, object }) => service !== 'aws' && object.includes(`/${namespace}/`));

const lastNumber = (calls: readonly CloudCall[]) => calls.at(-1)?.number ?? 0;

/** The root has taken the newest commit, and it and another spoke deliver it: whatever waits holds only itself. */
async function othersGoOn(scene: Scene, max: number): Promise<void> {
  const { stack, fleet } = scene;
  const { hub, cloud } = stack;
  const before = lastNumber(await cloud.calls());
  await edit(scene, stayer, setField(['nodeGroups', 'default', 'max'], max));
  const sha = stack.git('platform').log().at(-1)?.sha ?? '';
  const asked = async () =>
    callsFor(await cloud.calls(before), `spoke-${stayer}`).some(
      ({ operation }) => operation === 'UpdateNodegroupConfig',
    );
  await until(`AWS is asked for ${max} nodes of ${stayer}`, asked, { seconds });
  for (const name of [fleet.hub, `spoke-${stayer}`, `${stayer}-infrastructure`]) {
    const arrived = (object: KubeObject) => isGood(object) && textAt(object, 'status.sync.revision') === sha;
    await hub.until(application(name), 'at the newest commit, Synced and Healthy', arrived, seconds);
  }
}

/** What of the leavers went since a moment, or is about to. */
const departed = ({ stack }: Scene, since: number) =>
  stack.recorder
    .entries({ since })
    .filter(({ event, state }) => event === 'gone' || state['deleting'] === 'true')
    .map(({ kind, namespace, name }) => nameOf({ kind, metadata: { namespace, name } }));

async function retire(scene: Scene): Promise<void> {
  const { stack, evidence } = scene;
  const before = lastNumber(await stack.cloud.calls());
  for (const spoke of leavers) await edit(scene, spoke, setField(['lifecycle'], 'retiring'));
  for (const spoke of leavers) {
    const list = commandWith(await explainLeaving(stack, spoke), 'get applications');
    const left = async () =>
      (await stack.shell(`${list} -o name`))
        .split('\n')
        .filter((line) => line !== '')
        .sort();
    const wanted = [`application.argoproj.io/${spoke}-infrastructure`, `application.argoproj.io/spoke-${spoke}`];
    await until(`only two Applications of ${spoke} are left`, async () => (await left()).join() === wanted.join(), {
      seconds,
      stuck: async () => (await left()).join(' '),
    });
    const spokeKube = stack.spokes.get(spoke)?.kube;
    const running = (await spokeKube?.list(kinds.deployment)) ?? [];
    expect(running.length === 0, `${running.map(nameOf).join(', ')} still run on ${spoke}`);
    const projects = await stack.hub.list(
      { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject' },
      { labels: `wheelwright.dev/spoke=${spoke}` },
    );
    expect(projects.length > 0, `the AppProjects of ${spoke} have gone`);
  }
  const calls = (await stack.cloud.calls(before)).filter(({ service }) => service !== 'aws');
  expect(calls.length === 0, `AWS was asked for ${calls.map(({ operation }) => operation).join(', ')}`);
  evidence('retiring: add-ons, teams and applications left, and no call to AWS was made');
}

/** Nothing of the cloud is deleted: the clusters are only no longer protected. */
async function giveUp(scene: Scene): Promise<void> {
  const { stack, evidence } = scene;
  const { number: before, at } = await now(scene);
  for (const spoke of leavers) await edit(scene, spoke, setField(['lifecycle'], 'retired'));
  for (const spoke of leavers) {
    const state = commandWith(await explainLeaving(stack, spoke), '.status.state');
    await until(
      `the cloud has taken that ${spoke} is retired`,
      async () => /^ACTIVE (\d+) \1 false delete$/m.test(await stack.shell(state)),
      {
        seconds,
        stuck: () => stack.shell(state),
      },
    );
    const calls = callsFor(await stack.cloud.calls(before), `spoke-${spoke}`);
    expectEqual(
      calls.map(({ operation, outcome }) => `${operation} ${outcome}`),
      ['UpdateClusterConfig ok'],
      `what AWS is asked for ${spoke}`,
    );
  }
  expectEqual(departed(scene, at), [], 'what went when the spokes were retired');
  evidence('retired: UpdateClusterConfig alone was called, and nothing has gone');
}

async function now({ stack }: Scene): Promise<{ number: number; at: number }> {
  return { number: lastNumber(await stack.cloud.calls()), at: stack.recorder.mark('leaving').at };
}

/** The controller has looked at a deletion, and wants to be told that it is meant. */
async function awaitsApproval({ stack }: Scene, name: string): Promise<void> {
  const controller = stack.processes.get('argocd-application-controller');
  const said = () =>
    controller
      .tail(Number.POSITIVE_INFINITY)
      .split('\n')
      .some((line) => line.includes('requires manual confirmation to delete') && line.includes(`application=${name} `));
  await until(`${name} waits for an approval`, said, { seconds });
}

/** Both wait; meanwhile a commit to another spoke goes all the way, and nothing goes of those that wait. */
async function waits(
  scene: Scene,
  application: (spoke: string) => string,
  may: (spoke: string) => readonly string[],
  max: number,
) {
  const { number, at } = await now(scene);
  for (const spoke of leavers) await awaitsApproval(scene, application(spoke));
  await othersGoOn(scene, max);
  for (const spoke of leavers) {
    const calls = callsFor(await scene.stack.cloud.calls(number), `spoke-${spoke}`);
    expectEqual(calls, [], `what AWS is asked for ${spoke} before the approval of ${application(spoke)}`);
  }
  const allowed = new Set(leavers.flatMap(may));
  expectEqual(
    departed(scene, at).filter((name) => !allowed.has(name)),
    [],
    'what goes before it is approved',
  );
}

const parentOf = (spoke: string) => `spoke-${spoke}`;
const infrastructureOf = (spoke: string) => `${spoke}-infrastructure`;
const applicationName = (name: string) => nameOf({ kind: 'Application', metadata: { namespace: 'argocd', name } });

/** The commands that are explained for the leavers, of which each contains the text; all at once. */
async function runExplained({ stack }: Scene, text: (spoke: string) => string): Promise<void> {
  await Promise.all(
    leavers.map(async (spoke) => stack.shell(commandWith(await explainLeaving(stack, spoke), text(spoke)))),
  );
}

async function deleteParents(scene: Scene): Promise<void> {
  const { stack, evidence } = scene;
  await runExplained(scene, () => 'delete application');
  await waits(scene, parentOf, (spoke) => [applicationName(parentOf(spoke))], 7);
  evidence('parents deleted: they wait for an approval, and a commit to another spoke passes through the root');

  await runExplained(scene, (spoke) => `annotate application ${parentOf(spoke)}`);
  for (const spoke of leavers) {
    const marked = commandWith(await explainLeaving(stack, spoke), 'deletionTimestamp');
    await until(`${spoke}-infrastructure is marked`, async () => (await stack.shell(marked)).trim() !== '', {
      seconds,
    });
  }
  await waits(scene, infrastructureOf, (spoke) => [parentOf(spoke), infrastructureOf(spoke)].map(applicationName), 6);
  evidence('parents approved: their infrastructure waits for an approval of its own, and others go on');
}

async function deleteInfrastructure(scene: Scene): Promise<void> {
  const { stack, evidence } = scene;
  const { number } = await now(scene);
  await runExplained(scene, (spoke) => `annotate application ${infrastructureOf(spoke)}`);
  for (const spoke of leavers) {
    await stack.hub.gone(instance(spoke), seconds);
    await stack.hub.gone(application(parentOf(spoke)), seconds);
  }
  const calls = await stack.cloud.calls(number);
  for (const spoke of leavers)
    judgeOrder(
      calls.filter(({ object }) => object.includes(`/spoke-${spoke}/`)),
      spoke,
    );
  const refused = calls.filter(({ outcome }) => outcome !== 'ok');
  const done = calls.filter(({ service }) => service !== 'aws').length - refused.length;
  evidence(
    `infrastructure approved: ${done} calls in the order of AWS, ${refused.length} refused at first and done later`,
  );
}

/** Calls, or what AWS does by itself: all of the first before any of the second. */
const order: readonly (readonly [earlier: string, later: string])[] = [
  ['DeleteAddon', 'DeleteCluster'],
  ['NodegroupDeleted', 'DeleteCluster'],
  ['DeleteCluster', 'ScheduleKeyDeletion'],
  ['DeleteCluster', 'DeleteLogGroup'],
  ['ClusterDeleted', 'DeleteSubnet'],
  ['ClusterDeleted', 'DeleteNatGateway'],
  ['NatGatewayDeleted', 'ReleaseAddress'],
  ['ReleaseAddress', 'DetachInternetGateway'],
  ['DeleteSubnet', 'DeleteVpc'],
  ['DeleteRouteTable', 'DeleteVpc'],
  ['DeleteInternetGateway', 'DeleteVpc'],
];

function judgeOrder(calls: readonly CloudCall[], spoke: string): void {
  const done = calls.filter(({ outcome }) => outcome === 'ok');
  for (const { outcome, number, operation, object, text } of calls) {
    if (outcome === 'ok') continue;
    const later = done.some((call) => call.number > number && call.operation === operation && call.object === object);
    expect(outcome === 'refused' && later, `${operation} of ${object}: ${outcome}, ${text}`);
  }
  const numbers = (name: string) => done.filter(({ operation }) => operation === name).map(({ number }) => number);
  for (const [earlier, later] of order) {
    const inOrder = Math.max(0, ...numbers(earlier)) < Math.min(Number.POSITIVE_INFINITY, ...numbers(later));
    expect(inOrder, `${spoke}: ${later} was done before the last ${earlier}`);
  }
  expectEqual(numbers('DeleteCluster').length, 1, `calls that delete the cluster of ${spoke}`);
}

/** In AWS only what the shared network made is left in the account; on the hub only what is not theirs, as it was. */
async function judgeRest({ stack, evidence }: Scene, before: Before): Promise<void> {
  const census = await takeCensus(stack.hub);
  expectEqual(census.filter(leavesWith).map(nameOf), [], 'what is left on the hub');
  const stays = before.census.filter((object) => !leavesWith(object));
  for (const object of stays) {
    const after = census.find((other) => nameOf(other) === nameOf(object));
    expectEqual(after?.metadata.uid, object.metadata.uid, `the identity of ${nameOf(object)}`);
    expectEqual(wishOf(after ?? object), wishOf(object), `the content of ${nameOf(object)}`);
    if (object.metadata.namespace === network)
      expectEqual(after?.metadata.generation, object.metadata.generation, `the generation of ${nameOf(object)}`);
  }
  expectEqual(census.length, stays.length, 'how many objects stay');
  const text = JSON.stringify(before.census.filter((object) => ownerOf(object) === network));
  const isNetworks = (thing: string) => text.includes(`"${thing.split(' ')[0]}"`);
  expectEqual(await stack.cloud.resources(), remainder(before.resources, isNetworks), 'what is left in AWS');
  const calls = (await stack.cloud.calls(before.number)).filter(({ service }) => service !== 'aws');
  expectEqual(callsFor(calls, network), [], `what AWS was asked for ${network}`);
  const others = callsFor(calls, `spoke-${stayer}`).filter(({ operation }) => operation !== 'UpdateNodegroupConfig');
  expectEqual(others, [], `what else AWS was asked for ${stayer}`);
  evidence(
    `nothing is left of them; ${stays.length} objects of others, the shared network among them, are what they were`,
  );
}

/** The inventory without what was made for the leavers. */
function remainder(resources: CloudInventory, isNetworks: (thing: string) => boolean): CloudInventory {
  const places = Object.entries(resources).map(([place, types]) => {
    if (!place.startsWith(`${account}/`)) return [place, types] as const;
    const kept = Object.entries(types).map(([type, things]) => [type, things.filter(isNetworks)] as const);
    return [place, Object.fromEntries(kept.filter(([, things]) => things.length > 0))] as const;
  });
  return Object.fromEntries(places);
}

/** The compiler lets the files go, and the root gets over it: namespaces stay on the hub, empty. */
async function removeFiles(scene: Scene): Promise<void> {
  const { stack, fleet, evidence } = scene;
  for (const spoke of leavers) await edit(scene, spoke, () => undefined);
  const sha = stack.git('platform').log().at(-1)?.sha ?? '';
  for (const name of [fleet.hub, 'account-alpha', 'fleet']) {
    const arrived = (object: KubeObject) => isGood(object) && textAt(object, 'status.sync.revision') === sha;
    await stack.hub.until(application(name), 'at the newest commit, Synced and Healthy', arrived, seconds);
  }
  for (const spoke of leavers) {
    const namespace = await stack.hub.get({ ...kinds.namespace, name: `spoke-${spoke}` });
    expectEqual(textAt(namespace, 'status.phase'), 'Active', `the namespace of ${spoke}`);
  }
  evidence('their files went, the compiler agrees, and the hub is Synced and Healthy');
}

interface Before {
  readonly census: readonly KubeObject[];
  readonly resources: CloudInventory;
  readonly number: number;
}

/** A spoke leaves by two commits and two approvals, in the order of AWS, and takes nothing of others with it. */
export default {
  name: 'leaving',
  async run(stack, evidence) {
    const scene: Scene = { stack, fleet: openFleet(stack), evidence };
    const before: Before = {
      census: await takeCensus(stack.hub),
      resources: await stack.cloud.resources(),
      number: (await now(scene)).number,
    };
    await retire(scene);
    await giveUp(scene);
    await deleteParents(scene);
    await deleteInfrastructure(scene);
    await judgeRest(scene, before);
    await removeFiles(scene);
  },
} satisfies Proof;
