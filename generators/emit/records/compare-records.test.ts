import { describe, expect, test } from 'vitest';
import type { CompiledOwner } from '../../model/change.ts';
import type { Facts, OwnerKind } from '../../model/output.ts';
import type { Path } from '../../source/path.ts';
import { compareRecords } from './compare-records.ts';
import { parseRecord } from './parse-record.ts';
import { type OwnerRecord, printRecord, recordPath } from './record.ts';

function base(kind: OwnerKind, name: string, facts: Facts): OwnerRecord {
  const owner = { kind, name };
  return parseRecord(recordPath(owner), printRecord({ owner, input: '', facts }, {})) as OwnerRecord;
}

function head(kind: OwnerKind, name: string, facts: Facts): CompiledOwner {
  const locate = (path: Path) => ({
    span: { source: { path: `config/${kind}s/${name}.yaml`, text: path.join('.') }, start: 0, end: 0 },
  });
  return { owner: { kind, name }, facts, locate, record: recordPath({ kind, name }) };
}

const facts = {
  account: 'payments',
  region: 'us-west-2',
  hub: 'west',
  addresses: '10.1.0.0/18',
  serviceCidr: '172.20.0.0/16',
  lifecycle: 'active',
};

function compare(before: readonly OwnerRecord[], after: readonly CompiledOwner[]) {
  const paths = new Set(before.map(({ path }) => path));
  return compareRecords({ records: before, paths }, after).map(({ code, message, at, notes, help }) => ({
    code,
    message,
    at: `${at?.span?.source.path}#${at?.span?.source.path.startsWith('out/') ? at.span.source.text.slice(at.span.start, at.span.end) : at?.span?.source.text}`,
    notes: notes.map((note) => note.message),
    help,
  }));
}

describe('an existing spoke', () => {
  test('may stay as it is', () => {
    expect(compare([base('spoke', 'a', facts)], [head('spoke', 'a', facts)])).toEqual([]);
  });

  test.each([
    ['account', 'account', 'lifecycle/changed-account', 'account', 'ledger'],
    ['region', 'region', 'lifecycle/changed-region', 'region', 'eu-west-1'],
    ['hub', 'hub', 'lifecycle/changed-hub', 'account', 'east'],
    ['addresses', 'network', 'lifecycle/changed-addresses', 'network', 'use shared'],
    ['serviceCidr', 'service addresses', 'lifecycle/changed-addresses', 'serviceCidr', '10.100.0.0/16'],
  ])('keeps its %s', (fact, noun, code, path, now) => {
    const old = facts[fact as keyof typeof facts];
    expect(compare([base('spoke', 'a', facts)], [head('spoke', 'a', { ...facts, [fact]: now })])).toEqual([
      {
        code,
        message: `The ${noun} of spoke "a" cannot change from "${old}" to "${now}".`,
        at: `config/spokes/a.yaml#${path}`,
        notes: [`it exists with "${old}"`],
        help: `Set it back to "${old}". To move, add a new spoke, then retire this one.`,
      },
    ]);
  });

  test('keeps the name of its cluster, which is its own where nothing is recorded', () => {
    const messages = (before: Facts, after: Facts) =>
      compare([base('spoke', 'a', { ...facts, ...before })], [head('spoke', 'a', { ...facts, ...after })]).map(
        ({ code, message, at }) => [code, message, at],
      );
    const told = (old: string, now: string) => [
      [
        'lifecycle/changed-cluster',
        `The cluster name of spoke "a" cannot change from "${old}" to "${now}".`,
        'config/spokes/a.yaml#cluster.name',
      ],
    ];
    expect(messages({}, { cluster: 'Legacy' })).toEqual(told('a', 'Legacy'));
    expect(messages({ cluster: 'Legacy' }, {})).toEqual(told('Legacy', 'a'));
    expect(messages({ cluster: 'Legacy' }, { cluster: 'other' })).toEqual(told('Legacy', 'other'));
    expect(messages({ cluster: 'Legacy' }, { cluster: 'Legacy' })).toEqual([]);
  });

  test('is not held to what its base did not record', () => {
    const { serviceCidr: _, ...without } = facts;
    expect(compare([base('spoke', 'a', without)], [head('spoke', 'a', facts)])).toEqual([]);
  });

  test.each([
    ['active', 'retiring'],
    ['retiring', 'active'],
    ['retiring', 'retired'],
    ['retired', 'retired'],
  ])('may go from %s to %s', (old, now) => {
    expect(
      compare([base('spoke', 'a', { ...facts, lifecycle: old })], [head('spoke', 'a', { ...facts, lifecycle: now })]),
    ).toEqual([]);
  });

  test.each([
    ['active', 'retired', 'Set it to "retiring", let that be delivered, and set it to "retired" then.'],
    ['retired', 'active', 'Delete its file when its cloud resources are gone; only then the name may be used again.'],
    ['retired', 'retiring', 'Delete its file when its cloud resources are gone; only then the name may be used again.'],
  ])('may not go from %s to %s', (old, now, help) => {
    expect(
      compare([base('spoke', 'a', { ...facts, lifecycle: old })], [head('spoke', 'a', { ...facts, lifecycle: now })]),
    ).toEqual([
      {
        code: 'lifecycle/skipped-step',
        message: `The lifecycle of spoke "a" cannot go from "${old}" to "${now}".`,
        at: 'config/spokes/a.yaml#lifecycle',
        notes: [`it is "${old}"`],
        help,
      },
    ]);
  });

  test.each(['__proto__', 'constructor', ''])('with a lifecycle that is none (%j) breaks nothing', (lifecycle) => {
    expect(compare([base('spoke', 'a', { ...facts, lifecycle })], [head('spoke', 'a', facts)])).toEqual([]);
  });

  test('vanishes only when it is retired', () => {
    expect(compare([base('spoke', 'a', { ...facts, lifecycle: 'retired' })], [])).toEqual([]);
    const restore = 'Restore config/spokes/a.yaml, then set `lifecycle` to';
    const end = '"retired"; delete the file when its cloud resources are gone.';
    for (const [lifecycle, help] of [
      ['active', `${restore} "retiring", then to ${end}`],
      ['retiring', `${restore} ${end}`],
    ] as const) {
      expect(compare([base('spoke', 'a', { ...facts, lifecycle })], [])).toEqual([
        {
          code: 'lifecycle/vanished',
          message: `The spoke "a" vanished from the configuration, but it is "${lifecycle}", not "retired".`,
          at: 'out/.wheelwright/spokes/a.json#"lifecycle"',
          notes: [],
          help,
        },
      ]);
    }
  });

  test('is not renamed', () => {
    const [problem] = compare(
      [base('spoke', 'a', facts), base('spoke', 'c', facts)],
      [head('spoke', 'c', facts), head('spoke', 'b', facts)],
    );
    expect(problem).toMatchObject({
      code: 'lifecycle/vanished',
      notes: ['"b" looks like its new name, but a new name is a new spoke'],
    });
  });
});

describe('other owners', () => {
  const network = { account: 'shared', region: 'us-west-2', hub: 'west', cidr: '10.2.0.0/16', lifecycle: 'active' };

  test('a network keeps its addresses and leaves like a spoke', () => {
    expect(
      compare([base('network', 'n', network)], [head('network', 'n', { ...network, cidr: '10.3.0.0/16' })]),
    ).toMatchObject([
      {
        code: 'lifecycle/changed-addresses',
        message: 'The addresses of network "n" cannot change from "10.2.0.0/16" to "10.3.0.0/16".',
        at: 'config/networks/n.yaml#cidr',
      },
    ]);
    expect(compare([base('network', 'n', network)], [])).toMatchObject([{ code: 'lifecycle/vanished' }]);
    expect(compare([base('network', 'n', { ...network, lifecycle: 'retired' })], [])).toEqual([]);
  });

  test('Kubernetes goes up by one minor version at a time', () => {
    const step = (from: string, to: string) =>
      compare([base('spoke', 'a', { ...facts, kubernetes: from })], [head('spoke', 'a', { ...facts, kubernetes: to })]);
    expect(step('1.34', '1.35')).toEqual([]);
    expect(step('1.35', '1.34')).toMatchObject([
      {
        code: 'lifecycle/kubernetes-step',
        message: 'Kubernetes of spoke "a" cannot go down from "1.35" to "1.34".',
        at: 'config/spokes/a.yaml#versions.kubernetes',
      },
    ]);
    expect(step('1.34', '1.36')).toMatchObject([
      { message: 'Kubernetes of spoke "a" cannot go up from "1.34" to "1.36" in one step.' },
    ]);
  });

  test('a hub stays where it is, and the organisation keeps its name, which is told once', () => {
    const hub = {
      account: '111111111111',
      region: 'us-west-2',
      partition: 'aws',
      cluster: 'hub',
      organisation: 'acme',
    };
    const moved = { account: '222222222222', region: 'eu-west-1', partition: 'aws-cn', cluster: 'hub-2' };
    const after = { ...moved, organisation: 'acme2' };
    const found = compare(
      [base('hub', 'w', hub), base('hub', 'e', hub)],
      [head('hub', 'w', after), head('hub', 'e', { ...hub, organisation: 'acme2' })],
    );
    const ofHub = (field: string, old: string, now: string, code = field) => [
      `lifecycle/changed-${code}`,
      `The ${field} of hub "w" cannot change from "${old}" to "${now}".`,
      `config/hubs/w.yaml#${field}`,
    ];
    expect(found.map(({ code, message, at }) => [code, message, at])).toEqual([
      ofHub('account', '111111111111', '222222222222'),
      ofHub('partition', 'aws', 'aws-cn', 'hub'),
      ofHub('cluster', 'hub', 'hub-2', 'hub'),
      [
        'lifecycle/changed-organisation',
        'The organisation cannot change from "acme" to "acme2".',
        'config/hubs/w.yaml#organisation',
      ],
      ofHub('region', 'us-west-2', 'eu-west-1'),
    ]);
    expect(compare([base('hub', 'w', hub)], [head('hub', 'w', hub)])).toEqual([]);
    // Records of an earlier Wheelwright.
    expect(compare([base('hub', 'w', {})], [head('hub', 'w', hub)])).toEqual([]);
  });

  test.each(['retiring', 'retired'])('what is new is not %s', (lifecycle) => {
    for (const kind of ['spoke', 'network'] as const) {
      expect(compare([base('hub', 'w', {})], [head('hub', 'w', {}), head(kind, 'n', { lifecycle })])).toEqual([
        {
          code: 'lifecycle/skipped-step',
          message: `The ${kind} "n" is new, so its lifecycle cannot be "${lifecycle}".`,
          at: `config/${kind}s/n.yaml#lifecycle`,
          notes: [],
          help: 'Remove `lifecycle`: nothing of it exists that could go.',
        },
      ]);
    }
    expect(compare([base('hub', 'w', {})], [head('spoke', 'n', { lifecycle: 'active' })])).toEqual([]);
    // Without any record nobody knows.
    expect(compare([], [head('spoke', 'n', { lifecycle })])).toEqual([]);
  });

  test('an account keeps its id and hub; what follows for its spokes is not said again', () => {
    const account = { account: '111111111111', hub: 'west' };
    const moved = compare(
      [base('account', 'payments', account), base('spoke', 'a', facts)],
      [
        head('account', 'payments', { account: '222222222222', hub: 'east' }),
        head('spoke', 'a', { ...facts, hub: 'east' }),
      ],
    );
    expect(moved.map(({ code, at }) => [code, at])).toEqual([
      ['lifecycle/changed-account-id', 'config/accounts/payments.yaml#id'],
      ['lifecycle/changed-hub', 'config/accounts/payments.yaml#hub'],
    ]);
  });

  test('accounts, hubs and bases may go', () => {
    expect(compare([base('account', 'a', {}), base('hub', 'h', { region: 'x' }), base('base', 'b', {})], [])).toEqual(
      [],
    );
  });
});
