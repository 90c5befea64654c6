import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudCall, Fault } from '../stack/cloud.ts';
import { expectEqual } from '../stack/expect.ts';
import { conditionOf, type KubeObject, kinds, nameOf, refOf, textAt, valueAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import { isOfAck, servedKinds } from '../stack/served-kinds.ts';
import type { Stack } from '../stack/stack.ts';
import { type Fleet, openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

interface Change {
  readonly what: string;
  /** What follows the config of the spoke as it was. */
  readonly config: string;
  /** Stands in the place of its network. */
  readonly network?: string;
  /** What AWS is asked for, in this order and nothing else. */
  readonly calls: readonly string[];
  /** What AWS may refuse before it is time, and does in the end. */
  readonly early?: string;
  /** What AWS refuses at first. As long as it does, it is asked for nothing else. */
  readonly first?: string;
  /** What comes and what goes, by kind and name. */
  readonly created?: readonly string[];
  readonly gone?: readonly string[];
}

const spoke = 'own';
const batch = 'batch: { instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 1, max: 3 }';

const secondZone = [
  `ElasticIPAddress spoke-${spoke}/${spoke}-nat-us-west-2b`,
  `NATGateway spoke-${spoke}/${spoke}-us-west-2b`,
];

const changes: readonly Change[] = [
  {
    what: 'a way out for each zone',
    config: '',
    network: '{ cidr: 10.1.0.0/18, nat: per-az }',
    calls: ['AllocateAddress', 'CreateNatGateway', 'DeleteRoute', 'CreateRoute'],
    created: secondZone,
  },
  {
    what: 'one way out for all zones',
    config: '',
    // The routes first: as long as one leads to a gateway that is deleted, its zone has no way out.
    calls: ['DeleteRoute', 'CreateRoute', 'DeleteNatGateway', 'ReleaseAddress'],
    early: 'ReleaseAddress',
    first: 'DeleteRoute',
    gone: secondZone,
  },
  {
    what: 'another number of nodes',
    config: 'nodeGroups: { default: { max: 9 } }',
    calls: ['UpdateNodegroupConfig'],
  },
  {
    // Who decides on the number changes, and the number does not: a controller looks only where the spec changes too.
    what: 'as many nodes as there are, always',
    config: 'nodeGroups: { default: { max: 9, desired: 2 } }',
    calls: ['TagResource'],
  },
  {
    what: 'as many nodes as an autoscaler wants',
    config: 'nodeGroups: { default: { max: 9 } }',
    calls: ['TagResource'],
  },
  {
    what: 'a new node group',
    config: `nodeGroups: { default: { max: 9 }, ${batch} }`,
    calls: ['CreateNodegroup'],
    created: [`Nodegroup spoke-${spoke}/${spoke}-batch`],
  },
  {
    what: 'the next version of Kubernetes',
    config: `nodeGroups: { default: { max: 9 }, ${batch} }\nversions: { kubernetes: "1.36" }`,
    calls: ['UpdateClusterVersion', 'UpdateNodegroupVersion', 'UpdateNodegroupVersion'],
  },
  {
    what: 'an add-on less',
    config: `nodeGroups: { default: { max: 9 }, ${batch} }\nversions: { kubernetes: "1.36" }\naddons: { metricsServer: null }`,
    calls: [],
    gone: [`Application argocd/${spoke}-metrics-server`],
  },
];

const cluster = { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster', namespace: `spoke-${spoke}`, name: spoke };
const seconds = 240;
/** So often is AWS asked for what comes first before its order is believed. */
const attempts = 4;

const isSynced = (object: KubeObject) => conditionOf(object, 'ACK.ResourceSynced')?.status === 'True';

/** What could be recreated, with its identity: the resources of the spoke and the Applications. */
async function identities({ hub }: Stack): Promise<ReadonlyMap<string, string>> {
  const ack = await servedKinds(hub, isOfAck);
  const lists = [
    ...ack.map((kind) => hub.list(kind, { namespace: cluster.namespace })),
    hub.list(kinds.application, { labels: `wheelwright.dev/spoke=${spoke}` }),
  ];
  const objects = (await Promise.all(lists)).flat();
  return new Map(objects.map((object) => [nameOf(object), object.metadata.uid ?? '']));
}

async function settled({ hub, git }: Stack): Promise<boolean> {
  const revision = git('platform').log().at(-1)?.sha;
  const applications = await hub.list(kinds.application, { labels: `wheelwright.dev/spoke=${spoke}` });
  const own = applications.filter((object) => textAt(object, 'spec.source.repoURL') === git('platform').url);
  const instance = await hub.get(cluster);
  const generation = conditionOf(instance as KubeObject, 'Ready')?.observedGeneration;
  return (
    textAt(instance, 'status.state') === 'ACTIVE' &&
    generation === instance?.metadata.generation &&
    own.every((object) => textAt(object, 'status.sync.revision') === revision) &&
    applications.every((object) => textAt(object, 'status.sync.status') === 'Synced') &&
    applications.every((object) => textAt(object, 'status.health.status') === 'Healthy')
  );
}

/** Calls of a change, not what AWS does by itself. */
const askedFor =
  ({ early, first }: Change) =>
  (calls: readonly CloudCall[]) =>
    calls.filter(
      ({ service, operation, outcome }) =>
        service !== 'aws' &&
        !(outcome === 'refused' && operation === early) &&
        !(outcome === 'fault' && operation === first),
    );

const refusalOf = (operation: string): Fault => ({
  mode: 'refuse',
  namespace: cluster.namespace,
  operation,
  message: 'InternalError: Try again later.',
});

/** Waits until AWS has refused what comes first so often that whatever does not wait for it would have been done. */
async function untilRefused({ cloud }: Stack, { what, first }: Change, since: number): Promise<void> {
  const refused = async () =>
    (await cloud.requests(since)).filter(({ operation, outcome }) => operation === first && outcome === 'fault');
  await until(`${what}: ${first} refused ${attempts} times`, async () => (await refused()).length >= attempts, {
    seconds,
  });
}

async function make(stack: Stack, fleet: Fleet, file: string, before: string, change: Change): Promise<void> {
  const { cloud, hub, recorder } = stack;
  const asked = askedFor(change);
  const there = await identities(stack);
  const lastCall = (await cloud.calls()).at(-1)?.number ?? 0;
  const { at: since } = recorder.mark(change.what);
  const { network, first } = change;
  const lastRequest = (await cloud.requests(-1)).at(-1)?.number ?? 0;
  if (first !== undefined) await cloud.inject(refusalOf(first));
  const text = network === undefined ? before : before.replace(/^network: .*$/m, `network: ${network}`);
  await fleet.edit(file, () => `${text}${change.config}\n`);
  await stack.argocd.refresh();
  if (first !== undefined) {
    await untilRefused(stack, change, lastRequest);
    const ahead = asked(await cloud.calls(lastCall)).map(({ operation }) => operation);
    expectEqual(ahead, [], `${change.what}: what went ahead of ${first}`);
    await cloud.clear(refusalOf(first));
  }
  await until(
    `${change.what}: ${change.calls.length} calls of AWS, and everything settled`,
    async () => asked(await cloud.calls(lastCall)).length >= change.calls.length && settled(stack),
    { seconds, stuck: async () => JSON.stringify(asked(await cloud.calls(lastCall))) },
  );
  // Only after these, what an update leads to would have been asked for too.
  for (const kind of await servedKinds(hub, isOfAck)) {
    const objects = await hub.list(kind, { namespace: cluster.namespace });
    for (const object of objects) await hub.until(refOf(object), 'synced', isSynced, seconds);
  }
  const calls = asked(await cloud.calls(lastCall));
  expectEqual(
    calls.map(({ operation }) => operation),
    change.calls,
    `${change.what}: what AWS was asked for`,
  );
  const now = await identities(stack);
  const created = [...now].filter(([name, uid]) => there.get(name) !== uid).map(([name]) => name);
  const gone = recorder
    .entries({ since, event: 'gone' })
    .map(({ kind, namespace, name }) => nameOf({ kind, metadata: { namespace, name } }));
  expectEqual(created.toSorted(), change.created ?? [], `${change.what}: what was created`);
  expectEqual(gone.toSorted(), change.gone ?? [], `${change.what}: what went`);
}

/** Edits of a spoke arrive at AWS in place, in the order that AWS needs, and recreate nothing. */
export default {
  name: 'change',
  async run(stack, evidence) {
    const fleet = openFleet(stack);
    const file = `config/spokes/${spoke}.yaml`;
    const before = readFileSync(join(fleet.root, file), 'utf8');
    for (const change of changes) {
      await make(stack, fleet, file, before, change);
      const calls =
        change.calls.length === 0 ? 'AWS was asked for nothing' : `AWS was asked for ${change.calls.join(', ')}`;
      evidence(`${change.what}: ${calls}; nothing was recreated`);
    }
    const metrics = await stack.spokes.get(spoke)?.kube.list(kinds.deployment, { namespace: 'kube-system' });
    const left = (metrics ?? []).filter(({ metadata }) => metadata.name.includes('metrics-server'));
    expectEqual(left.map(nameOf), [], 'what is left of the add-on');
    const groups = await stack.hub.list({ apiVersion: 'eks.services.k8s.aws/v1alpha1', kind: 'Nodegroup' }, cluster);
    const sizes = groups.map((group) => `${group.metadata.name} ${textAt(group, 'spec.scalingConfig.maxSize')}`);
    expectEqual(sizes.sort(), [`${spoke}-batch 3`, `${spoke}-default 9`], 'the node groups');
    expectEqual(
      groups.map((group) => valueAt(group, 'spec.version')),
      ['1.36', '1.36'],
      'their version',
    );
  },
} satisfies Proof;
