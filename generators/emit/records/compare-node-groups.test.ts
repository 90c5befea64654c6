import { describe, expect, test } from 'vitest';
import { exampleSpoke } from '../../checks/example-files.ts';
import { sha256 } from '../../disk/sha256.ts';
import { positionAt } from '../../source/source.ts';
import { type Files, repository } from '../../testing/repository.ts';
import { compiledTree } from '../tree/compiled-tree.ts';
import { compareRecords } from './compare-records.ts';
import { parseRecord } from './parse-record.ts';
import type { OwnerRecord } from './record.ts';

/** The small repository with these files in the place of its own, as `check --base` compares it with what was before. */
async function compare(before: Files, after: Files) {
  const [base, head] = await Promise.all([compiledAfter(before), compiledAfter({ ...before, ...after })]);
  const records = base.owners.map(
    ({ record }) => parseRecord(record, base.files.get(record)?.content ?? '') as OwnerRecord,
  );
  const found = compareRecords({ records, paths: new Set(records.map(({ path }) => path)) }, head.owners);
  return found.map(({ code, message, at, help }) => {
    const { source, start } = at?.span ?? { source: { path: '', text: '' }, start: 0 };
    return [code, message, `${source.path}:${positionAt(source, start).line}`, help];
  });
}

async function compiledAfter(files: Files) {
  const { outputs, diagnostics } = await repository(files).compile();
  expect(diagnostics).toEqual([]);
  return compiledTree(outputs ?? [], sha256);
}

const green = 'config/spokes/green.yaml';
const spoke = (...lines: readonly string[]) => ({ [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', ...lines) });
const other = 'main: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, max: 6}';
const config = repository().files['config/config.yaml'] ?? '';

describe('a node group', () => {
  test('does not vanish: not from a spoke, and not by a new name in a layer', async () => {
    const gone = [
      'lifecycle/vanished-node-group',
      'The node group "main" of spoke "green" vanished from the configuration, but it is not retired.',
      `${green}:1`,
      'Restore it. When another group is delivered, give it `lifecycle: retired`; remove it when its nodes are gone.',
    ];
    const found = await compare(spoke(`nodeGroups: {${other}}`), spoke());
    expect(found).toMatchObject([[gone[0], gone[1], expect.stringMatching(/^config\/config\.yaml:/), gone[3]]]);
    const renamed = { 'config/config.yaml': config.replace('    default: {inst', '    main: {inst') };
    expect((await compare({}, renamed)).map(([code]) => code)).toEqual(['lifecycle/vanished-node-group']);
    const off = await compare(spoke(`nodeGroups: {${other}}`), spoke(`nodeGroups: {${other}, default: null}`));
    expect(off).toMatchObject([['lifecycle/vanished-node-group', expect.any(String), `${green}:5`, gone[3]]]);
  });

  test('is retired when another one is there, and goes then', async () => {
    const retired = `nodeGroups: {${other}, default: {lifecycle: retired}}`;
    expect(await compare(spoke(`nodeGroups: {${other}}`), spoke(retired))).toEqual([]);
    expect(await compare(spoke(retired), spoke(`nodeGroups: {${other}, default: null}`))).toEqual([]);
    expect(await compare(spoke(retired), spoke(`nodeGroups: {${other}}`))).toEqual([]);
    expect(await compare(spoke(), spoke(retired))).toEqual([
      [
        'lifecycle/vanished-node-group',
        'The node group "default" of spoke "green" cannot be retired yet: no other group was delivered that stays.',
        `${green}:5`,
        'Set it back to "active" until another group is delivered and its nodes are ready.',
      ],
    ]);
  });

  test('is not in the output once it is retired', async () => {
    const { files } = await compiledAfter(spoke(`nodeGroups: {${other}, default: {lifecycle: retired}}`));
    const cluster = files.get('out/hubs/hub/spokes/green/infrastructure/cluster.yaml')?.content ?? '';
    expect(cluster).toContain('- name: main\n');
    expect(cluster).not.toContain('- name: default\n');
  });

  test('does not become another: each field is told at its line', async () => {
    const group = (fields: string) => spoke(`nodeGroups: {default: {${fields}}}`);
    const of = 'of node group "default" of spoke "green" cannot change from';
    expect(
      await compare(
        group('diskSize: 60'),
        group('diskSize: 50, capacity: SPOT, instanceTypes: [m7i.large, m6i.large]'),
      ),
    ).toEqual([
      [
        'lifecycle/replaced-node-group',
        `The instance types ${of} "m7i.large" to "m7i.large m6i.large".`,
        `${green}:5`,
        'Set it back to "m7i.large"; a group with another name may have what this one cannot.',
      ],
      expect.arrayContaining([`The kind of capacity ${of} "ON_DEMAND" to "SPOT".`]),
      expect.arrayContaining([`The disk size ${of} "60 GiB" to "50 GiB".`]),
    ]);
  });
});

describe('the zones of a node group', () => {
  const zones = (network: string, group = '') => ({
    [green]: exampleSpoke(
      `network: {cidr: 10.1.0.0/18${network}}`,
      ...(group ? [`nodeGroups: {default: {${group}}}`] : []),
    ),
  });

  test('are those of the network, whose line is named', async () => {
    const [dropped] = await compare(zones(''), zones(', azs: [eu-west-1a, eu-west-1b]'));
    expect(dropped).toEqual([
      'lifecycle/replaced-node-group',
      'The zones of node group "default" of spoke "green" cannot change from "eu-west-1a eu-west-1b eu-west-1c" to "eu-west-1a eu-west-1b".',
      `${green}:4`,
      'Set it back to "eu-west-1a eu-west-1b eu-west-1c"; a group with another name may have what this one cannot.',
    ]);
    const [fewer] = await compare(zones(''), { 'config/environments/production.yaml': 'network: {azCount: 2}\n' });
    expect(fewer?.[2]).toBe('config/environments/production.yaml:1');
  });

  test('stay when the network gets more, as the help says', async () => {
    const two = zones(', azCount: 2');
    const [more] = await compare(two, zones(', azCount: 3'));
    expect(more?.slice(2)).toEqual([
      `${green}:4`,
      'Write `azs: [eu-west-1a, eu-west-1b]` for "default", which keeps its zones.',
    ]);
    expect(await compare(two, zones(', azCount: 3', 'azs: [eu-west-1a, eu-west-1b]'))).toEqual([]);
  });

  test('of a shared network are told in the file of the network', async () => {
    const network = (azs: string) => ({
      'config/networks/shared.yaml': `account: main\nregion: eu-west-1\ncidr: 10.2.0.0/16\n${azs}\nnat: single\n`,
      [green]: exampleSpoke('network: {use: shared}'),
    });
    const [found] = await compare(network('azCount: 3'), network('azs: [eu-west-1a, eu-west-1b]'));
    expect(found?.[2]).toBe('config/networks/shared.yaml:4');
  });
});
