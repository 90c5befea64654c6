import { expect, test } from 'vitest';
import { sha256 } from '../../disk/sha256.ts';
import { type Files, repository } from '../../testing/repository.ts';
import { compiledTree } from '../tree/compiled-tree.ts';
import { compareRecords } from './compare-records.ts';
import { parseRecord } from './parse-record.ts';
import type { OwnerRecord } from './record.ts';

const hub = 'config/hubs/hub.yaml';
const noSpoke = { 'config/spokes/blue.yaml': undefined };
const network = { 'config/networks/shared.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.9.0.0/16\nazCount: 2' };
const keeping = (...kinds: readonly string[]) => ({
  [hub]: `${repository().files[hub]}\ngraphs: [${kinds.join(', ')}]\n`,
});

async function compiledAfter(files: Files) {
  const { outputs, diagnostics } = await repository(files).compile();
  expect(diagnostics).toEqual([]);
  return compiledTree(outputs ?? [], sha256);
}

/** What `check --base` says of the graphs of the hub. */
async function compare(before: Files, after: Files) {
  const [base, head] = await Promise.all([compiledAfter(before), compiledAfter(after)]);
  const records = base.owners.map(
    ({ record }) => parseRecord(record, base.files.get(record)?.content ?? '') as OwnerRecord,
  );
  return compareRecords({ records, paths: new Set(records.map(({ path }) => path)) }, head.owners)
    .filter(({ code }) => code === 'lifecycle/vanished-graph')
    .map(({ message, help }) => [message, help]);
}

test('a graph does not leave with its last user, and the repair keeps it', async () => {
  expect(await compare({}, noSpoke)).toEqual([
    [
      'Nothing of hub "hub" needs "EKSCluster", "VPCNetwork" any more, and the graph would leave the hub.',
      "Write `graphs: [EKSCluster, VPCNetwork]` in the hub's file.",
    ],
  ]);
  expect(await compare({}, { ...noSpoke, ...keeping('EKSCluster', 'VPCNetwork') })).toEqual([]);
});

test('a graph that another needs stays by itself', async () => {
  expect(await compare(network, { ...network, ...noSpoke })).toEqual([
    [
      'Nothing of hub "hub" needs "EKSCluster" any more, and the graph would leave the hub.',
      "Write `graphs: [EKSCluster]` in the hub's file.",
    ],
  ]);
  expect(await compare(network, {})).toEqual([]);
});

test('a person takes a graph away that nobody needed before', async () => {
  expect(await compare({ ...noSpoke, ...keeping('EKSCluster') }, noSpoke)).toEqual([]);
  expect(await compare(noSpoke, {})).toEqual([]);
});

test('the repair does not take away graphs of the platform', async () => {
  const graph = {
    'hub/graphs/settings.yaml': `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: settings}
spec:
  schema: {apiVersion: v1alpha1, kind: Settings, spec: {name: string | required=true}}
  resources: [{id: it, template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "\${schema.spec.name}"}}}]
`,
  };
  const own = { ...graph, ...network, ...keeping('settings') };
  const [[, help] = []] = await compare(own, { ...own, 'config/networks/shared.yaml': undefined, ...noSpoke });
  expect(help).toBe("Write `graphs: [settings, EKSCluster, VPCNetwork]` in the hub's file.");
  expect(await compare(own, { ...network, ...keeping() })).toEqual([]);
});
