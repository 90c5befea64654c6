import { parseDocument } from 'yaml';
import type { CloudCall, Fault } from '../stack/cloud.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { untilDelivered } from '../stack/fleet-state.ts';
import { type KubeObject, kinds, textAt } from '../stack/kube-objects.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { openFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const seconds = 240;
/** So often is each refused before the patience of its controller is believed. */
const attempts = 4;

interface RefusedCall {
  readonly operation: string;
  readonly resource?: string;
  readonly reason: string;
}

/** A change of a spoke that AWS refuses. */
interface Refusal {
  readonly spoke: string;
  readonly what: string;
  readonly set: readonly (readonly [path: readonly string[], value: unknown])[];
  readonly refused: readonly RefusedCall[];
  /** What AWS is asked for once it is allowed, in this order, and not before. */
  readonly after?: readonly string[];
}

/** Each of a spoke of its own, or of things that wait for nothing of each other. */
const refusals: readonly Refusal[] = [
  {
    spoke: 'guest',
    what: 'an upgrade',
    set: [[['versions', 'kubernetes'], '1.36']],
    refused: [{ operation: 'UpdateClusterVersion', reason: 'Cluster insights found what the version would break.' }],
    after: ['UpdateNodegroupVersion'],
  },
  {
    spoke: 'own',
    what: 'other nodes, and a tag of who has access',
    set: [
      [['nodeGroups', 'default', 'max'], 8],
      [['tags'], { refused: 'once' }],
    ],
    refused: [
      { operation: 'UpdateNodegroupConfig', reason: 'The nodes cannot be changed now.' },
      { operation: 'TagResource', resource: '*:access-entry/*', reason: 'A policy forbids this tag.' },
    ],
  },
  {
    spoke: 'legacy',
    what: 'another add-on',
    set: [[['eks', 'addons', 'vpc-cni'], { configuration: { env: { WARM_IP_TARGET: '3' } } }]],
    refused: [{ operation: 'UpdateAddon', reason: 'The add-on cannot be changed now.' }],
  },
];

const namespaceOf = (spoke: string) => `spoke-${spoke}`;

const faultOf = (spoke: string, { operation, resource, reason }: RefusedCall): Fault => ({
  mode: 'refuse',
  namespace: namespaceOf(spoke),
  operation,
  ...(resource !== undefined && { resource }),
  message: `InvalidRequestException: ${reason}`,
});

const faults = refusals.flatMap(({ spoke, refused }) => refused.map((call) => faultOf(spoke, call)));

/** What Argo CD says of the cluster of a spoke while it is Degraded. */
async function said({ argocd }: Stack, spoke: string): Promise<string> {
  const health = (await argocd.tree(`${spoke}-infrastructure`)).find(({ kind }) => kind === 'EKSCluster')?.health;
  return health?.status === 'Degraded' ? (health.message ?? '') : '';
}

/** Waits until a refusal is told, and has been repeated. */
async function untilRefused(stack: Stack, { spoke, what, refused }: Refusal, since: number): Promise<string> {
  const { cloud, hub } = stack;
  const infrastructure = { ...kinds.application, namespace: 'argocd', name: `${spoke}-infrastructure` };
  const isDegraded = (object: KubeObject) => textAt(object, 'status.health.status') === 'Degraded';
  await hub.until(infrastructure, 'Degraded', isDegraded, seconds);
  const isSaid = async () => {
    const words = await said(stack, spoke);
    return refused.every(({ reason }) => words.includes(reason)) && words;
  };
  const words = await until(`${what}: the words of AWS`, isSaid, { seconds, stuck: () => said(stack, spoke) });
  const isRepeated = async () => {
    const requests = (await cloud.requests(since)).filter(({ outcome }) => outcome === 'fault');
    const times = ({ operation }: RefusedCall) => requests.filter((request) => request.operation === operation).length;
    return refused.every((call) => times(call) >= attempts);
  };
  await until(`${what}: refused ${attempts} times`, isRepeated, { seconds });
  return words;
}

const done = (calls: readonly CloudCall[], spoke: string) =>
  calls.filter(({ outcome, object }) => outcome === 'ok' && object.split('/')[1] === namespaceOf(spoke));

async function edit(stack: Stack, { spoke, set }: Refusal): Promise<void> {
  await openFleet(stack).edit(`config/spokes/${spoke}.yaml`, (text) => {
    const document = parseDocument(text);
    for (const [path, value] of set) document.setIn(path, value);
    return document.toString();
  });
}

/** What AWS was asked for at last, one after the other. */
function judge(calls: readonly CloudCall[], { spoke, what, refused, after = [] }: Refusal, evidence: Evidence): void {
  const asked = done(calls, spoke);
  const operations = [...refused.map(({ operation }) => operation), ...after];
  const numbers = operations.map((operation) => asked.find((call) => call.operation === operation)?.number ?? -1);
  expect(!numbers.includes(-1), `${what}: of ${operations.join(', ')} not all were done`);
  if (after.length > 0)
    expectEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
      `${what}: the order of ${operations.join(', ')}`,
    );
  evidence(`${what}, allowed: ${operations.join(', ')}, and all is Synced and Healthy without help`);
}

/** What AWS refuses holds back what comes after it, says why, and is done by itself once it is allowed. */
export default {
  name: 'refused-change',
  async run(stack, evidence) {
    const { cloud } = stack;
    await untilDelivered(stack, seconds);
    const lastCall = (await cloud.calls()).at(-1)?.number ?? 0;
    const lastRequest = (await cloud.requests(-1)).at(-1)?.number ?? 0;
    for (const fault of faults) await cloud.inject(fault);
    for (const refusal of refusals) await edit(stack, refusal);
    await stack.argocd.refresh();
    const words = await Promise.all(refusals.map((refusal) => untilRefused(stack, refusal, lastRequest)));
    for (const [index, { what }] of refusals.entries())
      evidence(`${what}, refused: Argo CD says ${words[index]?.slice(0, 240)}`);
    const calls = await cloud.calls(lastCall);
    for (const { spoke, what, after = [] } of refusals) {
      const ahead = done(calls, spoke).filter(({ operation }) => after.includes(operation));
      expectEqual(ahead, [], `what went ahead of ${what}`);
      expect((await said(stack, spoke)) !== '', `${what}: no longer Degraded though it is still refused`);
    }

    const lifted = calls.at(-1)?.number ?? 0;
    for (const fault of faults) await cloud.clear(fault);
    await untilDelivered(stack, seconds);
    for (const refusal of refusals) judge(await cloud.calls(lifted), refusal, evidence);
  },
} satisfies Proof;
