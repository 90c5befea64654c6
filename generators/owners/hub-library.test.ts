import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ackService } from '../clouds/aws/ack.ts';
import argocd from '../delivery/argocd/index.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { kroClusterRole } from '../kro/rights/cluster-role.ts';
import { usedKinds } from '../kro/rights/used-kinds.ts';
import { everyGraph as library } from '../rgds/library.ts';
import { filesOf, repositoryRoot } from '../testing/example-fleet.ts';
import { type Files, repository } from '../testing/repository.ts';

const hub = 'config/hubs/hub.yaml';
const network = { 'config/networks/shared.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.9.0.0/16\nazCount: 2' };
const noSpoke = { 'config/spokes/blue.yaml': undefined };
const keeping = (...kinds: readonly string[]) => ({
  [hub]: `${repository().files[hub]}\ngraphs: [${kinds.join(', ')}]\n`,
});

/** What the hub's root delivers: the graphs with the rights on their kinds, and the controllers. */
async function delivered(files: Files) {
  const { outputs, diagnostics } = await repository({ ...noSpoke, ...files }).compile();
  expect(diagnostics).toEqual([]);
  const units = argocd.deliver(filesOf(outputs ?? []));
  const library = units.find(({ name }) => name === 'library');
  const objects = library?.objects().map(({ object }) => object) ?? [];
  const graphs = objects.filter(({ kind }) => kind === 'ResourceGraphDefinition');
  return {
    graphs: graphs.map(({ metadata }) => metadata.name),
    rights: objects.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata }) => metadata.name),
    controllers: units.map(({ name }) => name).filter((name) => name.startsWith('ack-')),
    /** Services of all that the graphs make: each must have its controller, or the graph never becomes active. */
    services: [
      ...new Set(
        graphs.flatMap((graph) =>
          (graph['spec'] as { resources: readonly { template?: { apiVersion: string } }[] }).resources.flatMap(
            ({ template }) => ackService(template?.apiVersion ?? '') ?? [],
          ),
        ),
      ),
    ].map((service) => `ack-${service}`),
  };
}

test('a hub without spokes and networks gets no graph, and no Application that would deliver none', async () => {
  expect(await delivered({})).toEqual({ graphs: [], rights: [], controllers: [], services: [] });
});

test('a hub with a network only gets the graph of networks, its rights and its controller', async () => {
  const { graphs, rights, controllers, services } = await delivered(network);
  expect(graphs).toEqual(['vpc-network']);
  expect(rights).toEqual(['wheelwright-kro-vpc-network']);
  expect(controllers).toEqual(['ack-ec2']);
  expect(services).toEqual(controllers);
});

test('a hub with a spoke gets both, as the cluster composes the network', async () => {
  const { graphs, rights, controllers, services } = await delivered({
    'config/spokes/blue.yaml': repository().files['config/spokes/blue.yaml'],
  });
  expect(graphs).toEqual(['ekscluster.kro.run', 'vpc-network']);
  expect(rights).toEqual(['wheelwright-kro-ekscluster.kro.run', 'wheelwright-kro-vpc-network']);
  expect(controllers.toSorted()).toEqual(services.toSorted());
});

test('a graph that is kept keeps its controllers, and what it composes', async () => {
  const { graphs, controllers, services } = await delivered(keeping('EKSCluster'));
  expect(graphs).toEqual(['ekscluster.kro.run', 'vpc-network']);
  expect(controllers.toSorted()).toEqual(services.toSorted());
  expect((await delivered({ ...network, ...keeping('VPCNetwork') })).graphs).toEqual(['vpc-network']);
});

test('every kind of the library may be kept', async () => {
  const kinds = library.map(({ kind }) => kind);
  expect((await delivered(keeping(...kinds))).graphs).toEqual(library.map(({ name }) => name));
});

const graph = (name: string, kind: string, uses: string) => `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: ${name}}
spec:
  schema: {apiVersion: v1alpha1, kind: ${kind}, spec: {name: string | required=true}}
  resources:
    - {id: it, ${uses}: {${uses === 'externalRef' ? 'apiVersion: kro.run/v1alpha1, kind: VPCNetwork' : 'apiVersion: sqs.services.k8s.aws/v1alpha1, kind: Queue'}, metadata: {name: "\${schema.spec.name}"}}}
`;

test('a graph of the platform brings its rights, the graphs that it uses, and its controllers', async () => {
  const files = {
    'hub/graphs/mailbox.yaml': graph('mailbox', 'Mailbox', 'template'),
    'hub/graphs/peering.yaml': graph('peering', 'Peering', 'externalRef'),
    'hub/graphs/unused.yaml': graph('unused', 'Unused', 'template'),
  };
  const pinned = {
    'config/config.yaml': repository().files['config/config.yaml']?.replace('kms: 1.4.1', 'kms: 1.4.1, sqs: 1.2.0'),
  };
  const { graphs, rights, controllers, services } = await delivered({
    ...files,
    ...pinned,
    ...keeping('peering', 'mailbox'),
  });
  expect(graphs.toSorted()).toEqual(['mailbox', 'peering', 'vpc-network']);
  expect(rights.toSorted()).toEqual(['mailbox', 'peering', 'vpc-network'].map((name) => `wheelwright-kro-${name}`));
  expect(controllers.toSorted()).toEqual(['ack-ec2', 'ack-sqs']);
  expect(services.toSorted()).toEqual(controllers.toSorted());
});

test('the controller of a graph of the platform must be pinned', async () => {
  const files = {
    ...noSpoke,
    'hub/graphs/mailbox.yaml': graph('mailbox', 'Mailbox', 'template'),
    ...keeping('mailbox'),
  };
  const { diagnostics } = await repository(files).compile();
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['versions/missing-pin', 'The ACK controller of "sqs" has no version.'],
  ]);
});

test('the rights of a graph of the platform are those that lint computes', async () => {
  const path = 'hub/graphs/encryption-key.yaml';
  const text = readFileSync(join(repositoryRoot, path), 'utf8');
  const { outputs } = await repository({ [path]: text, ...keeping('encryption-key') }).compile();
  const written = filesOf(outputs ?? []).get('out/hubs/hub/library/encryption-key/rights.yaml') ?? '';
  const { graphs, kinds } = checkDocuments([{ path, text }], vendoredKinds());
  expect(parse(written).rules).toEqual(
    kroClusterRole(
      '',
      graphs.flatMap(({ graph: one }) => (one === undefined ? [] : usedKinds(one, kinds))),
    ).rules,
  );
});
