import { expect, expectEqual } from '../stack/expect.ts';
import { conditionOf, type Fields, type KubeObject, kinds, nameOf, textAt, valueAt } from '../stack/kube-objects.ts';
import { madeByKro } from '../stack/made-by-kro.ts';
import type { Proof } from '../stack/proof.ts';
import type { Recorder } from '../stack/recorder.ts';

type Counts = Readonly<Record<string, number>>;

/** Two zones and one NAT gateway, by node of the graph. */
const network: Counts = {
  ...{ vpc: 1, internetGateway: 1, s3Endpoint: 1, elasticIPs: 1, natGateways: 1 },
  ...{ publicSubnets: 2, privateSubnets: 2, intraSubnets: 2 },
  ...{ publicRouteTable: 1, privateRouteTables: 2, intraRouteTable: 1, egressMark: 1 },
};
const cluster: Counts = {
  ...{ key: 1, keyAlias: 1, logGroup: 1, cluster: 1, oidcProvider: 1, argocdAccess: 1, registrationSecret: 1 },
  ...{ nodeGroups: 1, addonsBeforeNodes: 3, addonsAfterNodes: 2, podIdentities: 2 },
  ...{ controlPlaneMark: 1, nodesMark: 1 },
};
const freeRoles: Counts = { clusterRole: 1, nodeRole: 1, podIdentityRoles: 2 };
const boundedRoles: Counts = { boundedClusterRole: 1, boundedNodeRole: 1, boundedPodIdentityRoles: 2 };

/** What each instance makes: its own network or none, a team or none, roles with a permissions boundary or without. */
const expected: Readonly<Record<string, Counts>> = {
  'EKSCluster spoke-own/own': {
    ...{ ...cluster, ...freeRoles, ownNetwork: 1, accessEntries: 2 },
    // One of its applications has an identity, too.
    ...{ podIdentities: 3, podIdentityRoles: 3 },
  },
  'EKSCluster spoke-guest/guest': { ...cluster, ...freeRoles, accessEntries: 2 },
  'EKSCluster spoke-legacy/legacy': { ...cluster, ...boundedRoles, ownNetwork: 1, accessEntries: 1 },
  'VPCNetwork spoke-own/own': network,
  'VPCNetwork spoke-legacy/legacy': {},
  'VPCNetwork network-shared/shared': network,
};

/** What is read of a cluster by people, Terraform, add-ons and Argo CD. */
const published = {
  EKSCluster: ['arn', 'endpoint', 'version', 'oidcIssuer', 'oidcProviderARN', 'clusterSecurityGroupID', 'nodeRoleARN'],
  VPCNetwork: ['vpcID', 'privateSubnets'],
};

const instanceKinds = Object.keys(published).map((kind) => ({ apiVersion: 'kro.run/v1alpha1', kind }));

const label = ({ metadata }: KubeObject, name: string) => metadata.labels?.[`kro.run/${name}`] ?? '';
const instanceOf = (object: KubeObject) =>
  nameOf({
    kind: label(object, 'instance-kind'),
    metadata: { namespace: label(object, 'instance-namespace'), name: label(object, 'instance-name') },
  });

function countsOf(objects: readonly KubeObject[]): Counts {
  const counts: Record<string, number> = {};
  for (const object of objects) counts[label(object, 'node-id')] = (counts[label(object, 'node-id')] ?? 0) + 1;
  return counts;
}

const sorted = (counts: Counts) => Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

/** Holds each edge of a graph against what was seen: nothing is made before what it needs is there and synced. */
function edgesInOrder(graph: KubeObject, objects: readonly KubeObject[], recorder: Recorder): number {
  const nodes = (valueAt(graph, 'status.resources') ?? []) as readonly {
    readonly id: string;
    readonly dependencies?: readonly { readonly id: string }[];
  }[];
  const created = ({ kind, metadata: { namespace = '', name } }: KubeObject) =>
    recorder.first({ kind, namespace, name })?.revision;
  const synced = ({ kind, metadata: { namespace = '', name } }: KubeObject) =>
    recorder.first({ kind, namespace, name, where: (state) => state['ACK.ResourceSynced'] === 'True' })?.revision;
  let edges = 0;
  for (const { id, dependencies = [] } of nodes) {
    for (const after of objects.filter((object) => label(object, 'node-id') === id)) {
      const needed = dependencies.map((dependency) => dependency.id);
      const before = objects.filter(
        (object) => needed.includes(label(object, 'node-id')) && instanceOf(object) === instanceOf(after),
      );
      for (const need of before) {
        const [made, ready] = [created(after), synced(need)];
        if (made === undefined || ready === undefined) continue; // Not recorded: neither of ACK nor of kro.
        expect(made > ready, `${nameOf(after)} was made before ${nameOf(need)} was synced`);
        edges += 1;
      }
    }
  }
  return edges;
}

/** Graphs become Active and instances ACTIVE; they make what is expected, in an order that AWS accepts, and publish it. */
export default {
  name: 'graphs',
  async run(stack, evidence) {
    const { hub, recorder, cloud } = stack;
    const graphs = await hub.list(kinds.graph);
    expect(graphs.length > 0, 'there are no graphs');
    expectEqual(graphs.filter((graph) => textAt(graph, 'status.state') !== 'Active').map(nameOf), [], 'not Active');
    const instances = (await Promise.all(instanceKinds.map((kind) => hub.list(kind)))).flat();
    for (const instance of instances) {
      expectEqual(textAt(instance, 'status.state'), 'ACTIVE', nameOf(instance));
      const { generation } = instance.metadata;
      expectEqual(conditionOf(instance, 'Ready')?.observedGeneration, generation, `generation of ${nameOf(instance)}`);
    }
    evidence(`${graphs.length} graphs are Active, ${instances.length} instances ACTIVE`);

    const made = await madeByKro(hub);
    expectEqual(instances.map(nameOf).sort(), Object.keys(expected).sort(), 'the instances');
    for (const [instance, counts] of Object.entries(expected)) {
      const own = made.filter((object) => instanceOf(object) === instance);
      expectEqual(sorted(countsOf(own)), sorted(counts), `what ${instance} made`);
    }
    evidence(`${made.length} objects were made, as expected of each instance`);

    for (const graph of graphs) {
      const kind = textAt(graph, 'spec.schema.kind');
      const own = made.filter((object) => label(object, 'instance-kind') === kind);
      const edges = edgesInOrder(graph, own, recorder);
      expect(edges > 0, `no edge of ${nameOf(graph)} was seen`);
      evidence(`${nameOf(graph)}: ${edges} edges, each made after what it needs was synced`);
    }
    const refused = (await cloud.calls()).filter(({ outcome }) => outcome !== 'ok');
    expectEqual(
      refused.map(({ operation, object, text }) => `${operation} of ${object}: ${text}`),
      [],
      'what AWS refused',
    );

    for (const instance of instances) {
      for (const field of published[instance.kind as keyof typeof published]) {
        const value = valueAt(instance, `status.${field}`);
        const isThere = Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== '';
        expect(isThere, `${nameOf(instance)} publishes no ${field}`);
      }
    }
    for (const [name, { kube }] of stack.spokes) {
      const secret = await hub.get({ ...kinds.secret, namespace: 'argocd', name: `cluster-spoke-${name}` });
      const read = (field: string) => Buffer.from(textAt(secret, `data.${field}`), 'base64').toString();
      expectEqual(read('server'), kube.server, `the address of ${name} that Argo CD was told`);
      const config = JSON.parse(read('config')) as { readonly awsAuthConfig?: Fields };
      expectEqual(config.awsAuthConfig?.['clusterName'], name, `the cluster that Argo CD asks a token for`);
    }
    evidence('AWS refused nothing; status and the Secrets of the clusters hold what is read of them');
  },
} satisfies Proof;
