import { expect, expectEqual } from '../stack/expect.ts';
import { differences, recreated, stateOf, untilDelivered } from '../stack/fleet-state.ts';
import { type Fields, kinds, nameOf, type ObjectRef, textAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { until } from '../stack/until.ts';

const spoke = 'own';
const seconds = 180;
const entry = { kind: 'AccessEntry', namespace: `spoke-${spoke}` };
const eks = 'eks.services.k8s.aws/v1alpha1';
const vpc = { apiVersion: 'ec2.services.k8s.aws/v1alpha1', kind: 'VPC', namespace: `spoke-${spoke}`, name: spoke };

/**
 * What somebody does by hand, on the hub or on the spoke: a change, or a deletion where there is none. All changes are of
 * fields that out/ names: what is added beside them, such as an `ingress` of a NetworkPolicy, Argo CD does not see.
 */
interface Drift extends ObjectRef {
  readonly on: 'hub' | typeof spoke;
  readonly patch?: Fields;
}

const drifts: readonly Drift[] = [
  // Of Argo CD.
  {
    on: 'hub',
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    namespace: 'argocd',
    name: `${spoke}-checkout`,
    patch: { spec: { sourceRepos: ['*'] } },
  },
  {
    on: 'hub',
    ...kinds.application,
    namespace: 'argocd',
    name: `${spoke}-ledger`,
    patch: { spec: { destination: { namespace: 'checkout' }, syncPolicy: { automated: { selfHeal: false } } } },
  },
  { on: 'hub', apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', namespace: 'argocd', name: `${spoke}-addons` },
  { on: spoke, ...kinds.deployment, namespace: 'ledger', name: 'web', patch: { spec: { replicas: 7 } } },
  { on: spoke, ...kinds.deployment, namespace: 'checkout', name: 'redis' },
  { on: spoke, apiVersion: 'v1', kind: 'ResourceQuota', namespace: 'checkout', name: 'quota' },
  {
    on: spoke,
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    namespace: 'ledger',
    name: 'default-deny',
    patch: { spec: { policyTypes: ['Ingress'] } },
  },
  // Of kro.
  {
    on: 'hub',
    apiVersion: eks,
    kind: 'Nodegroup',
    namespace: `spoke-${spoke}`,
    name: `${spoke}-default`,
    patch: { spec: { scalingConfig: { maxSize: 50 } } },
  },
  { on: 'hub', ...kinds.secret, namespace: 'argocd', name: `cluster-spoke-${spoke}` },
];

const labelOf = ({ on, kind, namespace = '', name }: Drift) =>
  `${on} ${nameOf({ kind, metadata: { namespace, name } })}`;

async function spoil({ hub, spokes }: Stack, drift: Drift): Promise<void> {
  const kube = drift.on === 'hub' ? hub : spokes.get(drift.on)?.kube;
  expect(kube !== undefined && (await kube.get(drift)) !== undefined, `there is no ${labelOf(drift)}`);
  if (drift.patch) await kube.patch(drift, drift.patch);
  else await kube.delete(drift);
}

/** What is changed or deleted by hand comes back as the compiler says, and nothing else is made anew for it. */
export default {
  name: 'drift',
  async run(stack, evidence) {
    const { hub, cloud } = stack;
    await untilDelivered(stack, seconds);
    const before = await stateOf(stack);
    const lastCall = (await cloud.calls()).at(-1)?.number ?? 0;
    const entries = await hub.list({ apiVersion: eks, kind: entry.kind }, { namespace: entry.namespace });
    const lost = entries.find(({ metadata }) => metadata.name.includes('-access-'));
    const name = lost?.metadata.name ?? '';
    await Promise.all(drifts.map((drift) => spoil(stack, drift)));
    const place = {
      account: textAt(lost, 'status.ackResourceMetadata.ownerAccountID'),
      region: textAt(lost, 'status.ackResourceMetadata.region'),
    };
    await cloud.act({
      ...place,
      service: 'eks',
      operation: 'DeleteAccessEntry',
      parameters: { clusterName: textAt(lost, 'spec.clusterName'), principalArn: textAt(lost, 'spec.principalARN') },
    });
    await cloud.act({
      ...place,
      service: 'ec2',
      operation: 'ModifyVpcAttribute',
      parameters: { VpcId: textAt(await hub.get(vpc), 'status.vpcID'), EnableDnsHostnames: { Value: false } },
    });

    const isBack = async () => differences(await stateOf(stack), before).length === 0;
    const left = async () => differences(await stateOf(stack), before).join('\n');
    await until('the fleet is as it was', isBack, { seconds, stuck: left });
    await untilDelivered(stack, seconds);
    const after = await stateOf(stack);
    expectEqual(differences(after, before), [], 'what is not as it was');
    const deleted = drifts.filter(({ patch }) => patch === undefined);
    expectEqual([...recreated(after, before)].sort(), deleted.map(labelOf).sort(), 'what was made anew');
    evidence(
      `${drifts.length - deleted.length} changed and ${deleted.length} deleted objects came back on hub and spoke`,
    );

    // What was changed in AWS is seen when the period of its controller is over, or when it starts, and not before.
    const controllers = stack.processes.get('controllers');
    await controllers.kill();
    await controllers.start();
    const made = async () => {
      const calls = (await cloud.calls(lastCall)).filter(({ service }) => service !== 'aws');
      return calls
        .filter(({ operation }) => operation !== 'UpdateNodegroupConfig')
        .map(({ operation, object }) => `${operation} ${object}`);
    };
    const repaired = [
      ...['CreateAccessEntry', 'AssociateAccessPolicy'].map(
        (operation) => `${operation} ${entry.kind}/${entry.namespace}/${name}`,
      ),
      `ModifyVpcAttribute VPC/${vpc.namespace}/${vpc.name}`,
    ];
    const isRepaired = async () => {
      const now = await made();
      return repaired.every((call) => now.includes(call));
    };
    await until('what was changed in AWS is put right', isRepaired, {
      seconds,
      stuck: async () => String(await made()),
    });
    await untilDelivered(stack, seconds);
    expectEqual(
      [...(await made())].sort(),
      ['DeleteAccessEntry somebody', 'ModifyVpcAttribute somebody', ...repaired].sort(),
      'what was made, changed or deleted in AWS',
    );
    evidence('an access entry deleted and a network changed in AWS came back at the next look of their controllers');
  },
} satisfies Proof;
