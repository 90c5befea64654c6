import { parseDocument } from 'yaml';
import { wishOf } from '../stack/census.ts';
import type { CloudCall } from '../stack/cloud.ts';
import { judgeDeletionOrder } from '../stack/deletion-order.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { commandWith, explainLeaving } from '../stack/explained-steps.ts';
import { type KubeObject, kinds, nameOf, type ObjectRef, textAt } from '../stack/kube-objects.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { type Fleet, openFleet } from '../stack/start-fleet.ts';
import { type Stock, takeStock, withoutSpokes } from '../stack/stock.ts';
import { until } from '../stack/until.ts';

/** One with a network of its own, and one in a network that others share. */
const leavers: readonly string[] = ['own', 'guest'];
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

/** Calls that ask AWS for something, for objects in a namespace. */
const callsFor = (calls: readonly CloudCall[], namespace: string) =>
  calls.filter(({ service, object }) => service !== 'aws' && object.includes(`/${namespace}/`));

const lastNumber = (calls: readonly CloudCall[]) => calls.at(-1)?.number ?? 0;

/** The root takes a commit to another spoke, and both deliver it: whatever waits holds only itself. */
async function othersGoOn(scene: Scene, change: (text: string) => string): Promise<void> {
  const { stack, fleet } = scene;
  const { hub, cloud } = stack;
  const before = lastNumber(await cloud.calls());
  await edit(scene, stayer, change);
  const sha = stack.git('platform').log().at(-1)?.sha ?? '';
  const asked = async () =>
    callsFor(await cloud.calls(before), `spoke-${stayer}`).some(
      ({ operation }) => operation === 'UpdateNodegroupConfig',
    );
  await until(`AWS is asked for other nodes of ${stayer}`, asked, { seconds });
  for (const name of [fleet.hub, `spoke-${stayer}`, `${stayer}-infrastructure`]) {
    const arrived = (object: KubeObject) => isGood(object) && textAt(object, 'status.sync.revision') === sha;
    await hub.until(application(name), 'at the newest commit, Synced and Healthy', arrived, seconds);
  }
}

/** What went from the hub since a moment, or is about to. */
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
    const lastTwo = [`application.argoproj.io/${spoke}-infrastructure`, `application.argoproj.io/spoke-${spoke}`];
    await until(`only two Applications of ${spoke} are left`, async () => (await left()).join() === lastTwo.join(), {
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

/** Whether the controller has looked at a deletion, and wants to be told that it is meant. */
function awaitsApproval({ stack }: Scene, name: string): boolean {
  const lines = stack.processes.get('argocd-application-controller').tail(Number.POSITIVE_INFINITY).split('\n');
  return lines.some(
    (line) => line.includes('requires manual confirmation to delete') && line.includes(`application=${name} `),
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

interface WaitingStep {
  /** What is in the command. */
  readonly command: (spoke: string) => string;
  /** The Application that waits then. */
  readonly waits: (spoke: string) => string;
  /** Applications that are marked as deleted. */
  readonly marked: readonly ((spoke: string) => string)[];
  /** What meanwhile changes of another spoke. */
  readonly change: (text: string) => string;
}

/** All that a command does is to wait: meanwhile a commit to another spoke goes all the way, and nothing goes. */
async function runAndWait(scene: Scene, { command, waits, marked, change }: WaitingStep): Promise<void> {
  const { number, at } = await now(scene);
  await runExplained(scene, command);
  const expected = new Set(marked.flatMap((name) => leavers.map(name)).map(applicationName));
  const unapproved = () => departed(scene, at).filter((name) => !expected.has(name));
  for (const name of leavers.map(waits)) {
    const isDecided = () => awaitsApproval(scene, name) || unapproved().length > 0;
    await until(`${name} waits for an approval`, isDecided, { seconds });
  }
  expectEqual(unapproved(), [], 'what goes before it is approved');
  await othersGoOn(scene, change);
  for (const spoke of leavers) {
    const calls = callsFor(await scene.stack.cloud.calls(number), `spoke-${spoke}`);
    expectEqual(calls, [], `what AWS is asked for ${spoke} before it is approved`);
  }
  expectEqual(unapproved(), [], 'what goes before it is approved');
}

async function deleteParents(scene: Scene): Promise<void> {
  const { stack, evidence } = scene;
  let text = '';
  await runAndWait(scene, {
    command: () => 'delete application',
    waits: parentOf,
    marked: [parentOf],
    change: (before) => {
      text = before;
      return setField(['nodeGroups', 'default', 'max'], 11)(before);
    },
  });
  evidence('parents deleted: they wait for an approval, and a commit to another spoke passes through the root');
  await runAndWait(scene, {
    command: (spoke) => `annotate application ${parentOf(spoke)}`,
    waits: infrastructureOf,
    marked: [parentOf, infrastructureOf],
    change: () => text,
  });
  for (const spoke of leavers) {
    const marked = await stack.shell(commandWith(await explainLeaving(stack, spoke), 'deletionTimestamp'));
    expect(marked.trim() !== '', `the explained command does not say that the infrastructure of ${spoke} waits`);
  }
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
    judgeDeletionOrder(
      calls.filter(({ object }) => object.includes(`/spoke-${spoke}/`)),
      spoke,
    );
  const refused = calls.filter(({ outcome }) => outcome !== 'ok');
  const done = calls.filter(({ service }) => service !== 'aws').length - refused.length;
  evidence(
    `infrastructure approved: ${done} calls in the order of AWS, ${refused.length} refused at first and done later`,
  );
}

/** Only what is not theirs is left, as it was: on the hub and in AWS. */
async function judgeRest({ stack, evidence }: Scene, before: Stock, lastCall: number): Promise<void> {
  const [after, should] = [await takeStock(stack), withoutSpokes(before, leavers)];
  expectEqual(after.census.map(nameOf).sort(), should.census.map(nameOf).sort(), 'what is left on the hub');
  for (const object of should.census) {
    const now = after.census.find((other) => nameOf(other) === nameOf(object)) ?? object;
    expectEqual(now.metadata.uid, object.metadata.uid, `the identity of ${nameOf(object)}`);
    expectEqual(wishOf(now), wishOf(object), `the content of ${nameOf(object)}`);
    if (object.metadata.namespace === network)
      expectEqual(now.metadata.generation, object.metadata.generation, `the generation of ${nameOf(object)}`);
  }
  expectEqual(after.resources, should.resources, 'what is left in AWS');
  const calls = (await stack.cloud.calls(lastCall)).filter(({ service }) => service !== 'aws');
  const isTheirs = ({ object }: CloudCall) => leavers.some((spoke) => object.includes(`/spoke-${spoke}/`));
  const ofOthers = calls.filter((call) => !isTheirs(call)).map(({ operation, object }) => `${operation} ${object}`);
  const expected = `UpdateNodegroupConfig Nodegroup/spoke-${stayer}/${stayer}-default`;
  expectEqual(ofOthers, [expected, expected], 'what AWS was asked for others');
  evidence(
    `nothing is left of them; ${should.census.length} objects of others, a shared network among them, are what they were`,
  );
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

/** A spoke leaves by two commits and two approvals, in the order of AWS, and takes nothing of others with it. */
export default {
  name: 'leaving',
  async run(stack, evidence) {
    const scene: Scene = { stack, fleet: openFleet(stack), evidence };
    const before = await takeStock(stack);
    const lastCall = (await now(scene)).number;
    await retire(scene);
    await giveUp(scene);
    await deleteParents(scene);
    await deleteInfrastructure(scene);
    await judgeRest(scene, before, lastCall);
    await removeFiles(scene);
  },
} satisfies Proof;
