import { canonicalJson } from '../../generators/util/canonical-json.ts';
import { takeCensus, wishOf } from './census.ts';
import type { Kube } from './kube.ts';
import { conditionOf, type KindRef, type KubeObject, kinds, nameOf, textAt } from './kube-objects.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

/** What a fleet consists of: by `<cluster> <Kind> <namespace>/<name>`, and in AWS. */
export interface FleetState {
  /** What is asked for. */
  readonly wishes: ReadonlyMap<string, string>;
  readonly uids: ReadonlyMap<string, string>;
  readonly resources: string;
}

const onSpokes: readonly KindRef[] = [
  kinds.namespace,
  kinds.configMap,
  kinds.deployment,
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'v1', kind: 'ResourceQuota' },
  { apiVersion: 'v1', kind: 'LimitRange' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
];

async function objectsOnSpoke(kube: Kube): Promise<readonly KubeObject[]> {
  const objects = (await Promise.all(onSpokes.map((kind) => kube.list(kind)))).flat();
  return objects.filter(({ metadata: { namespace = '' } }) => !namespace.startsWith('kube-'));
}

/** Addresses are given out anew to a Service that is made anew. */
const withoutAddress = (object: KubeObject): KubeObject =>
  object.kind === 'Service' ? { ...object, spec: { ...object.spec, clusterIP: '', clusterIPs: [] } } : object;

export async function stateOf({ hub, spokes, cloud }: Stack): Promise<FleetState> {
  const found: [cluster: string, objects: readonly KubeObject[]][] = [['hub', await takeCensus(hub)]];
  for (const [name, { kube }] of spokes) found.push([name, await objectsOnSpoke(kube)]);
  const all = found.flatMap(([cluster, objects]) =>
    objects.map((object) => [`${cluster} ${nameOf(object)}`, withoutAddress(object)] as const),
  );
  return {
    wishes: new Map(all.map(([name, object]) => [name, wishOf(object)])),
    uids: new Map(all.map(([name, { metadata }]) => [name, metadata.uid ?? ''])),
    resources: canonicalJson(await cloud.resources()),
  };
}

/** Where two states differ in what is asked for and what is in AWS; empty if nowhere. */
export function differences(is: FleetState, should: FleetState): readonly string[] {
  const names = new Set([...is.wishes.keys(), ...should.wishes.keys()]);
  const wishes = [...names]
    .filter((name) => is.wishes.get(name) !== should.wishes.get(name))
    .map((name) => `${name} is ${is.wishes.get(name)}, should be ${should.wishes.get(name)}`);
  return is.resources === should.resources ? wishes : [...wishes, `AWS has ${is.resources}, not ${should.resources}`];
}

/** What is in both states and is not the same object. */
export const recreated = (is: FleetState, was: FleetState): readonly string[] =>
  [...was.uids].filter(([name, uid]) => is.uids.has(name) && is.uids.get(name) !== uid).map(([name]) => name);

const isAck = ({ apiVersion }: KubeObject) => apiVersion.includes('.services.k8s.aws/');

/** Why an object of the hub is not as it should be at a commit. */
function complaint(object: KubeObject, sha: string, platform: string): string | undefined {
  const { kind, metadata } = object;
  if (metadata.deletionTimestamp !== undefined) return 'is being deleted';
  if (kind === kinds.application.kind) {
    const state = `${textAt(object, 'status.sync.status')} ${textAt(object, 'status.health.status')}`;
    if (state !== 'Synced Healthy') return `${state} ${textAt(object, 'status.operationState.message')}`;
    if (object['operation'] !== undefined || textAt(object, 'status.operationState.phase') === 'Running')
      return 'is syncing';
    const isOld = textAt(object, 'spec.source.repoURL') === platform && textAt(object, 'status.sync.revision') !== sha;
    return isOld ? 'has not seen the newest commit' : undefined;
  }
  if (kind === 'EKSCluster' || kind === 'VPCNetwork') {
    const ready = conditionOf(object, 'Ready');
    const isReady = ready?.status === 'True' && ready.observedGeneration === metadata.generation;
    return isReady ? undefined : `${textAt(object, 'status.state')} ${ready?.message ?? ''}`;
  }
  // A cluster may stay unsynced for ever: optional fields that AWS leaves out.
  if (!isAck(object) || kind === 'Cluster') return undefined;
  const synced = conditionOf(object, 'ACK.ResourceSynced');
  return synced?.status === 'True' ? undefined : `not synced: ${synced?.message ?? ''}`;
}

/** Waits until all that the newest commit says is in place: in Argo CD, kro and ACK. */
export async function untilDelivered(stack: Stack, seconds: number): Promise<void> {
  const { url } = stack.git('platform');
  const complaints = async () => {
    const sha = stack.git('platform').log().at(-1)?.sha ?? '';
    return (await takeCensus(stack.hub)).flatMap((object) => {
      const why = complaint(object, sha, url);
      return why === undefined ? [] : [`${nameOf(object)}: ${why}`];
    });
  };
  await until('the newest commit is delivered', async () => (await complaints()).length === 0, {
    seconds,
    stuck: async () => (await complaints()).join('\n'),
  });
}
