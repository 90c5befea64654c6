import { parseDocument } from 'yaml';
import type { CloudCall, Fault } from '../stack/cloud.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { untilDelivered } from '../stack/fleet-state.ts';
import { type KubeObject, kinds, textAt, valueAt } from '../stack/kube-objects.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const spoke = 'guest';
const namespace = `spoke-${spoke}`;
const file = `config/spokes/${spoke}.yaml`;
const infrastructure = { ...kinds.application, namespace: 'argocd', name: `${spoke}-infrastructure` };
const seconds = 240;

/** What is refused, and what must not happen as long as it is. */
interface Refusal {
  readonly what: string;
  readonly set: readonly (readonly [path: readonly string[], value: unknown])[];
  readonly refused: readonly { readonly operation: string; readonly resource?: string; readonly reason: string }[];
  /** What AWS is asked for once it is allowed, in this order. */
  readonly allowed: readonly string[];
}

const refusals: readonly Refusal[] = [
  {
    what: 'an upgrade',
    set: [[['versions', 'kubernetes'], '1.36']],
    refused: [{ operation: 'UpdateClusterVersion', reason: 'Cluster insights found what the version would break.' }],
    allowed: ['UpdateClusterVersion', 'UpdateNodegroupVersion'],
  },
  {
    what: 'other nodes, another add-on and a tag',
    set: [
      [['nodeGroups', 'default', 'max'], 8],
      [['eksAddons', 'vpc-cni'], { configuration: { enableNetworkPolicy: 'false' } }],
      [['tags'], { refused: 'once' }],
    ],
    refused: [
      { operation: 'UpdateNodegroupConfig', reason: 'The nodes cannot be changed now.' },
      { operation: 'UpdateAddon', reason: 'The add-on cannot be changed now.' },
      { operation: 'TagResource', resource: `*:cluster/${spoke}`, reason: 'A policy forbids this tag.' },
    ],
    allowed: ['UpdateNodegroupConfig', 'UpdateAddon', 'TagResource'],
  },
];

/** So often is each refused before the patience of its controller is believed. */
const attempts = 4;

const faultsOf = ({ refused }: Refusal): readonly Fault[] =>
  refused.map(({ operation, resource, reason }) => ({
    mode: 'refuse',
    namespace,
    operation,
    ...(resource !== undefined && { resource }),
    message: `InvalidRequestException: ${reason}`,
  }));

async function said({ argocd }: Stack): Promise<string> {
  const health = (await argocd.tree(infrastructure.name)).find(({ kind }) => kind === 'EKSCluster')?.health;
  return health?.status === 'Degraded' ? (health.message ?? '') : '';
}

const ofSpoke = (calls: readonly CloudCall[]) => calls.filter(({ object }) => object.split('/')[1] === namespace);

async function versions({ hub }: Stack): Promise<readonly string[]> {
  const groups = await hub.list({ apiVersion: 'eks.services.k8s.aws/v1alpha1', kind: 'Nodegroup' }, { namespace });
  return groups.map((group) => textAt(group, 'spec.version'));
}

async function prove(stack: Stack, refusal: Refusal, evidence: Evidence): Promise<void> {
  const { cloud, hub } = stack;
  const fleet = openFleet(stack);
  await untilDelivered(stack, seconds);
  const before = await versions(stack);
  const number = (await cloud.calls()).at(-1)?.number ?? 0;
  const asked = (await cloud.requests(-1)).at(-1)?.number ?? 0;
  for (const fault of faultsOf(refusal)) await cloud.inject(fault);
  await fleet.edit(file, (text) => {
    const document = parseDocument(text);
    for (const [path, value] of refusal.set) document.setIn(path, value);
    return document.toString();
  });
  await stack.argocd.refresh();

  const isDegraded = (object: KubeObject) => textAt(object, 'status.health.status') === 'Degraded';
  await hub.until(infrastructure, 'Degraded', isDegraded, seconds);
  const reasons = refusal.refused.map(({ reason }) => reason);
  const isSaid = async () => {
    const words = await said(stack);
    return reasons.every((reason) => words.includes(reason)) && words;
  };
  const words = await until('the words of AWS in Argo CD', isSaid, { seconds, stuck: () => said(stack) });
  evidence(`${refusal.what}, refused: Argo CD says ${words.slice(0, 300)}`);

  const refusedOften = async () => {
    const requests = (await cloud.requests(asked)).filter(({ outcome }) => outcome === 'fault');
    return refusal.refused.every(
      ({ operation }) => requests.filter((request) => request.operation === operation).length >= attempts,
    );
  };
  await until(`each refused ${attempts} times`, refusedOften, { seconds });
  const wanted = new Set(refusal.refused.map(({ operation }) => operation));
  const done = ofSpoke(await cloud.calls(number)).filter(({ outcome }) => outcome === 'ok');
  const ahead = done.filter(({ operation }) => refusal.allowed.includes(operation) && !wanted.has(operation));
  expectEqual(ahead, [], `what went ahead of ${refusal.what}`);
  expectEqual(await versions(stack), before, 'versions of the node groups');
  expect((await said(stack)) !== '', 'it was no longer Degraded though nothing was allowed');

  for (const fault of faultsOf(refusal)) await cloud.clear(fault);
  await untilDelivered(stack, seconds);
  const calls = ofSpoke(await cloud.calls(number)).filter(({ outcome }) => outcome === 'ok');
  const firsts = refusal.allowed.map((operation) => calls.find((call) => call.operation === operation)?.number ?? -1);
  expect(!firsts.includes(-1), `never done: ${refusal.allowed.filter((_, index) => firsts[index] === -1)}`);
  const broken = calls.filter(({ outcome }) => outcome === 'invalid');
  expectEqual(broken, [], 'what AWS did not understand');
  evidence(`${refusal.what}, allowed: everything Synced and Healthy without help`);
}

/** What AWS refuses holds back what comes after it, says why, and is done by itself once it is allowed. */
export default {
  name: 'refused-change',
  async run(stack, evidence) {
    for (const refusal of refusals) await prove(stack, refusal, evidence);
    const [cluster] =
      (await stack.hub.list({ apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster' }, { namespace })) ?? [];
    expectEqual(valueAt(cluster, 'spec.version'), '1.36', 'the version of the cluster');
  },
} satisfies Proof;
