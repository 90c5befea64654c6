import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { takeCensus } from '../stack/census.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { differences, type FleetState, recreated, stateOf, untilDelivered } from '../stack/fleet-state.ts';
import { conditionsOf, type KubeObject, kinds, type ObjectRef, textAt, valueAt } from '../stack/kube-objects.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { type Fleet, openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const file = 'config/spokes/own.yaml';
const seconds = 240;
const parent: ObjectRef = { ...kinds.application, namespace: 'argocd', name: 'spoke-own' };
/** Comes and goes with the change. */
const nodegroup = { kind: 'Nodegroup', namespace: 'spoke-own', name: 'own-second' };
const nodegroupRef: ObjectRef = { apiVersion: 'eks.services.k8s.aws/v1alpha1', ...nodegroup };
const tag = 'rehearsal';

const group = { instanceTypes: ['m7i.large'], ami: 'BOTTLEROCKET_x86_64', min: 1, max: 2 };

/** The config as it was, with the node group leaving as node groups do. */
function undo(text: string): string {
  const document = parseDocument(text);
  document.setIn(['nodeGroups', 'second'], { ...group, lifecycle: 'retired' });
  return document.toString();
}

/** Tags for everything in AWS, and a node group. */
function changeInfrastructure(text: string): string {
  const document = parseDocument(text);
  document.setIn(['tags', tag], 'yes');
  document.setIn(['nodeGroups', 'second'], group);
  return document.toString();
}

/** An application more, and more copies of another. */
function changeApplications(text: string): string {
  const document = parseDocument(text);
  const extra = {
    team: 'checkout',
    namespace: 'checkout',
    base: 'web',
    set: { image: 'registry.example.com/extra:1' },
  };
  document.setIn(['applications', 'extra'], extra);
  document.setIn(['applications', 'ledger', 'set', 'replicas'], 3);
  return document.toString();
}

interface Scene {
  readonly stack: Stack;
  readonly fleet: Fleet;
  readonly evidence: Evidence;
}

async function edit({ stack, fleet }: Scene, change: (text: string) => string): Promise<void> {
  await fleet.edit(file, change);
  await stack.argocd.refresh();
}

/** Ends an engine as a crash would, at the moment when the probe says so. */
async function crash(
  { stack, evidence }: Scene,
  name: string,
  when: string,
  isMoment: () => boolean | Promise<boolean>,
) {
  await until(`${name}: ${when}`, isMoment, { seconds });
  await stack.processes.get(name).kill();
  evidence(`${name} killed ${when}`);
}

const start = ({ stack }: Scene, name: string) => stack.processes.get(name).start();

/** Whether it runs another program: Git, Helm or kustomize. */
function hasChildren(pid: number): boolean {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).some((task) => readFileSync(`${tasks}/${task}/children`, 'utf8') !== '');
}

const rendering =
  ({ stack }: Scene) =>
  () =>
    hasChildren(stack.processes.get('argocd-repo-server').pid);

/** What the spoke has in AWS that can bear tags. */
async function taggable({ stack }: Scene): Promise<readonly KubeObject[]> {
  return (await takeCensus(stack.hub)).filter(
    ({ apiVersion, metadata, spec }) =>
      apiVersion.includes('.services.k8s.aws/') && metadata.namespace === 'spoke-own' && spec?.['tags'] !== undefined,
  );
}

/** Whether some of it is to bear the new tag, and some is not yet. */
async function isHalfTagged(scene: Scene): Promise<boolean> {
  const objects = await taggable(scene);
  const withTag = objects.filter(({ spec }) => JSON.stringify(spec?.['tags']).includes(tag));
  return withTag.length > 0 && withTag.length < objects.length;
}

/** There, with what reads Git, applies it, makes nodes of it, and makes them real, each gone for a while. */
async function forwardWithCrashes(scene: Scene): Promise<void> {
  const { stack } = scene;
  const { hub, cloud } = stack;
  await cloud.hold(nodegroup);
  await edit(scene, changeInfrastructure);
  await crash(scene, 'argocd-repo-server', 'while it renders', rendering(scene));
  const missesIt = (application: KubeObject) =>
    conditionsOf(application).some(({ type }) => type === 'ComparisonError');
  await until('an Application misses the repo-server', async () => (await hub.list(kinds.application)).some(missesIt), {
    seconds,
  });
  await stack.argocd.replaceRepoServer();
  await stack.argocd.refresh();

  await crash(scene, 'kro', 'between two nodes of a graph', () => isHalfTagged(scene));
  expect(await isHalfTagged(scene), 'kro was killed too late');
  // It comes back by itself: the kubelet sees to it.
  await until('kro runs again', () => stack.processes.get('kro').running, { seconds });

  await edit(scene, changeApplications);
  // Its infrastructure does not get ready as long as the node group is held.
  const isSyncing = async () => {
    const operation = valueAt(await hub.get(parent), 'status.operationState');
    return textAt(operation, 'phase') === 'Running' && textAt(operation, 'message').includes('own-infrastructure');
  };
  await crash(scene, 'argocd-application-controller', 'while a sync waits for its third wave', isSyncing);
  expect(await isSyncing(), 'the sync ended too soon');
  await start(scene, 'argocd-application-controller');

  const before = (await cloud.calls()).at(-1)?.number ?? 0;
  await cloud.inject({ mode: 'slow', seconds: 3, ...nodegroup });
  await cloud.release();
  const isMade = async () => (await cloud.calls(before)).some(({ operation }) => operation === 'CreateNodegroup');
  await crash(scene, 'controllers', 'while AWS makes a node group', isMade);
  await start(scene, 'controllers');
  await cloud.clear();
}

/** Back, with what keeps everything gone for a while. */
async function backWithCrashes(scene: Scene, text: string): Promise<void> {
  const { stack } = scene;
  const { hub, cloud } = stack;
  await cloud.hold(nodegroup);
  await edit(scene, () => text);
  await crash(scene, 'redis', 'while manifests are rendered', rendering(scene));
  await start(scene, 'redis');
  const isLeaving = async () => (await hub.get(nodegroupRef))?.metadata.deletionTimestamp !== undefined;
  await crash(scene, 'etcd', 'while a node group is deleted', isLeaving);
  await stack.processes.get('kube-apiserver-hub').kill();
  await start(scene, 'etcd');
  await start(scene, 'kube-apiserver-hub');
  await cloud.release();
}

/** Back, with the API server of the spoke gone for a while, and what makes Applications from files. */
async function backWithoutSpoke(scene: Scene, text: string): Promise<void> {
  const { stack, evidence } = scene;
  const { hub } = stack;
  const spoke = stack.spokes.get('own')?.kube;
  await stack.processes.get('argocd-applicationset-controller').kill();
  await hub.patch(parent, { metadata: { labels: { 'wheelwright.dev/environment': 'wrong' } } });
  // Without its garbage collector the spoke cannot finish a deletion.
  await stack.processes.get('controllers-own').kill();
  await edit(scene, () => text);
  const isLeaving = async () =>
    (await spoke?.list(kinds.deployment, { namespace: 'checkout' }))?.some(
      ({ metadata }) => metadata.deletionTimestamp !== undefined,
    ) === true;
  await crash(scene, 'kube-apiserver-own', 'while a Deployment is deleted', isLeaving);
  await start(scene, 'kube-apiserver-own');
  await start(scene, 'controllers-own');
  await start(scene, 'argocd-applicationset-controller');
  const isRight = (application: KubeObject) => application.metadata.labels?.['wheelwright.dev/environment'] === 'test';
  await hub.until(parent, 'put right', isRight, seconds);
  evidence('argocd-applicationset-controller came back, and put right what had been changed while it was away');
}

/** What a delivery asked AWS for, once it was asked for all of it: an object of ACK does not say what it has not sent yet. */
async function callsAfter(scene: Scene, number: number) {
  const { cloud } = scene.stack;
  const callsSince = async () => (await cloud.calls(number)).filter(({ service }) => service !== 'aws');
  const tagged = (await taggable(scene)).map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`);
  const isAsked = async () => {
    const asked = new Set((await callsSince()).map(({ object }) => object));
    return tagged.every((object) => asked.has(object));
  };
  await until('AWS is asked for each tag', isAsked, { seconds });
  const calls = await callsSince();
  const refused = calls.filter(({ outcome }) => outcome !== 'ok');
  expectEqual(refused, [], 'what AWS refused');
  const isTagging = (operation: string) => /Tag|Untag/.test(operation);
  return {
    made: calls
      .filter(({ operation }) => !isTagging(operation))
      .map(({ operation, object }) => `${operation} ${object}`),
    touched: [...new Set(calls.map(({ object }) => object))].sort(),
  };
}

type Calls = Awaited<ReturnType<typeof callsAfter>>;

/** Delivers a change, however it is made, and says what came of it. */
async function deliver(scene: Scene, change: () => Promise<void>): Promise<{ state: FleetState; calls: Calls }> {
  const number = (await scene.stack.cloud.calls()).at(-1)?.number ?? 0;
  await change();
  await untilDelivered(scene.stack, seconds);
  const calls = await callsAfter(scene, number);
  return { state: await stateOf(scene.stack), calls };
}

/** A change goes there and back; whatever is killed meanwhile, it ends where it ends without, and makes nothing twice. */
export default {
  name: 'restart',
  async run(stack, evidence) {
    const scene: Scene = { stack, fleet: openFleet(stack), evidence };
    await untilDelivered(stack, seconds);
    const old = await stateOf(stack);
    let text = '';
    const there = await deliver(scene, async () => {
      await scene.fleet.edit(file, (before) => {
        text = undo(before);
        return changeInfrastructure(before);
      });
      await edit(scene, changeApplications);
    });
    expectEqual(there.calls.made, ['CreateNodegroup Nodegroup/spoke-own/own-second'], 'what the change makes');
    evidence(`undisturbed, a change touches ${there.calls.touched.length} things in AWS, and makes one`);

    const back = await deliver(scene, () => backWithCrashes(scene, text));
    const thereAgain = await deliver(scene, () => forwardWithCrashes(scene));
    const backAgain = await deliver(scene, () => backWithoutSpoke(scene, text));
    for (const [{ state, calls }, should, made] of [
      [back, old, 'DeleteNodegroup'],
      [thereAgain, there.state, 'CreateNodegroup'],
      [backAgain, old, 'DeleteNodegroup'],
    ] as const) {
      expectEqual(differences(state, should), [], 'differences from the undisturbed state');
      expectEqual(recreated(state, old), [], 'what was made anew');
      expectEqual(calls.made, [`${made} Nodegroup/spoke-own/own-second`], 'what was made or deleted in AWS');
      expectEqual(calls.touched, there.calls.touched, 'what was touched in AWS');
    }
    evidence(
      `each time the fleet ended as if nothing had happened: ${old.wishes.size} objects and AWS, nothing made twice`,
    );
  },
} satisfies Proof;
