import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompiledOwner } from '../../model/change.ts';
import type { Facts } from '../../model/output.ts';
import { positionAt } from '../../source/source.ts';
import { compareRecords } from './compare-records.ts';
import { parseRecord } from './parse-record.ts';
import type { OwnerRecord } from './record.ts';

/** Records as an earlier release wrote them. They are never written anew. */
const folder = join(import.meta.dirname, 'old-records');
const records = readdirSync(folder).map((file) => {
  const kind = file.slice(0, file.indexOf('-'));
  const path = `out/.wheelwright/${kind}s/${file.slice(kind.length + 1)}`;
  return parseRecord(path, readFileSync(join(folder, file), 'utf8')) as OwnerRecord;
});

/** What is told of the step from these records to owners of this release, with these changes of one of them. */
function told(changed: Facts = {}, kind = 'spoke') {
  const now: Readonly<Record<string, Facts>> = {
    hub: {
      ...{ account: '111111111111', cluster: 'west', organisation: 'acme', partition: 'aws', region: 'us-west-2' },
      'graphs.EKSCluster': 'needed',
    },
    spoke: {
      ...{ account: 'payments', addresses: '10.1.0.0/18', hub: 'west', kubernetes: '1.35', layers: 'production' },
      ...{ lifecycle: 'active', region: 'us-west-2', serviceCidr: '172.20.0.0/16' },
      endpoint: 'public 198.51.100.10/32',
      'nodeGroups.default': 'm7i.large BOTTLEROCKET_x86_64 ON_DEMAND 50 GiB us-west-2a us-west-2b us-west-2c',
      'versions.addons.metricsServer': '3.13.1',
      'versions.eks.addons.coredns': 'v1.12.4-eksbuild.1',
    },
  };
  const owners = records.map(
    ({ owner, path: record }): CompiledOwner => ({
      owner,
      record,
      facts: { ...now[owner.kind], ...(owner.kind === kind && changed) },
      locate: () => ({}),
    }),
  );
  return compareRecords({ records, paths: new Set(records.map(({ path }) => path)) }, owners);
}

test('old records can be read, and of what did not change nothing is said', () => {
  expect(records.map(({ owner }) => `${owner.kind} ${owner.name}`)).toEqual(['hub west', 'spoke payments-prod']);
  expect(told()).toEqual([]);
});

test.each([
  ['hub', { delivery: 'flux' }, 'lifecycle/changed-hub'],
  ['hub', { organisation: 'globex' }, 'lifecycle/changed-organisation'],
  ['spoke', { account: 'ledger' }, 'lifecycle/changed-account'],
  ['spoke', { addresses: '10.2.0.0/18' }, 'lifecycle/changed-addresses'],
  ['spoke', { kubernetes: '1.34' }, 'lifecycle/kubernetes-step'],
  ['spoke', { endpoint: 'private' }, 'lifecycle/forgotten-ranges'],
  [
    'spoke',
    { 'nodeGroups.default': 'm7i.xlarge BOTTLEROCKET_x86_64 ON_DEMAND 50 GiB us-west-2a us-west-2b us-west-2c' },
    'lifecycle/replaced-node-group',
  ],
  ['spoke', { 'versions.addons.metricsServer': '3.12.2 own' }, 'lifecycle/older-addon'],
  ['spoke', { 'versions.eks.addons.coredns': 'v1.11.4-eksbuild.2 own' }, 'lifecycle/older-addon'],
])('no guard is off: a %s with %j', (kind, changed, code) => {
  expect(told(changed, kind).map((one) => one.code)).toEqual([code]);
});

test('a note shows the fact by the name that the record has for it', () => {
  const [found] = told({ 'versions.eks.addons.coredns': 'v1.11.4-eksbuild.2 own' });
  const { source, start } = found?.notes[0]?.at?.span ?? { source: { path: '', text: '' }, start: 0 };
  expect(source.text.split('\n')[positionAt(source, start).line - 1]).toContain('"versions.eksAddons.coredns"');
});
