import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../../model/output.ts';
import type { Path } from '../../source/path.ts';
import { type EmitCode, emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { compareAddons } from './compare-addons.ts';
import { compareEndpoint } from './compare-endpoint.ts';
import { compareGraphs } from './compare-graphs.ts';
import { compareKubernetes } from './compare-kubernetes.ts';
import { compareNodeGroups } from './compare-node-groups.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

interface Guarded {
  readonly code: EmitCode;
  /** Stands after "the" and before "of". */
  readonly noun: string;
  /** Where a person sets it: the first that is a place. */
  readonly at: Path;
}

/** Of the whole fleet: each hub has it as a fact, and it is told once. */
const organisation = 'organisation';

const account: Guarded = { code: 'lifecycle/changed-account', noun: 'account', at: ['account'] };
const region: Guarded = { code: 'lifecycle/changed-region', noun: 'region', at: ['region'] };
/** Follows from the account, unless it is the account's own. */
const hub: Guarded = { code: 'lifecycle/changed-hub', noun: 'hub', at: ['account'] };

/** Facts that never change, by kind of owner. A fact that a base does not have is new, and no change. */
const guarded: Readonly<Record<string, Readonly<Record<string, Guarded>>>> = {
  spoke: {
    account,
    region,
    hub,
    addresses: { code: 'lifecycle/changed-addresses', noun: 'network', at: ['network'] },
    serviceCidr: { code: 'lifecycle/changed-addresses', noun: 'service addresses', at: ['serviceCidr'] },
  },
  network: { account, region, hub, cidr: { code: 'lifecycle/changed-addresses', noun: 'addresses', at: ['cidr'] } },
  hub: {
    account,
    region,
    partition: { code: 'lifecycle/changed-hub', noun: 'partition', at: ['partition'] },
    cluster: { code: 'lifecycle/changed-hub', noun: 'cluster', at: ['cluster'] },
  },
  account: { account: { code: 'lifecycle/changed-account-id', noun: 'id', at: ['id'] }, hub: { ...hub, at: ['hub'] } },
};

/** Kinds that hold state in a cloud: they leave step by step. */
const stateful: ReadonlySet<string> = new Set(['spoke', 'network']);

const nextSteps: ReadonlyMap<string, readonly string[]> = new Map([
  ['active', ['active', 'retiring']],
  ['retiring', ['retiring', 'active', 'retired']],
  ['retired', ['retired']],
]);

function lifecycleOf(facts: Facts): string {
  return facts['lifecycle'] ?? 'active';
}

/** Records of a base that differ from those of the head, and the paths of all that it has. */
export interface ComparedBase {
  readonly records: readonly OwnerRecord[];
  readonly paths: ReadonlySet<string>;
}

/** What a change from the base to the head (all of it) must not do to what exists. */
export function compareRecords(base: ComparedBase, head: readonly CompiledOwner[]): readonly Diagnostic[] {
  const heads = new Map(head.map((owner) => [owner.record, owner]));
  const movedAccounts = new Set<string>();
  for (const { owner, path, facts } of base.records) {
    const after = heads.get(path);
    if (owner.kind === 'account' && after !== undefined && after.facts['hub'] !== facts['hub'])
      movedAccounts.add(owner.name);
  }
  const problems: Diagnostic[] = [...judgeOrganisation(base.records, heads), ...judgeNew(base.paths, head)];
  for (const before of base.records) {
    const after = heads.get(before.path);
    if (after === undefined) problems.push(...judgeVanished(before, head, base.paths));
    else problems.push(...judgeFacts(before, after, movedAccounts), ...judgeLifecycle(before, after));
  }
  return [...problems, ...compareKubernetes(base, head)];
}

function judgeFacts(before: OwnerRecord, after: CompiledOwner, movedAccounts: ReadonlySet<string>): Diagnostic[] {
  const { kind, name } = before.owner;
  const problems: Diagnostic[] = [];
  for (const [fact, { code, noun, at }] of Object.entries(guarded[kind] ?? {})) {
    const [old, now] = [before.facts[fact], after.facts[fact]];
    if (old === undefined || old === now) continue;
    // Said once, of the account.
    if (fact === 'hub' && kind !== 'account' && movedAccounts.has(after.facts['account'] ?? '')) continue;
    problems.push(
      emitError(code, {
        message: `The ${noun} of ${kind} "${name}" cannot change from "${old}" to "${now ?? ''}".`,
        at: after.locate(at),
        notes: [{ message: `it exists with "${old}"`, at: inRecord(before, fact) }],
        help: `Set it back to "${old}". To move, add a new ${kind}, then retire this one.`,
      }),
    );
  }
  const cluster = isMoved(before, after)
    ? []
    : [compareNodeGroups, compareEndpoint, compareAddons].flatMap((compare) => compare(before, after));
  return [...problems, ...cluster, ...compareGraphs(before, after)];
}

/** What is somewhere else is another cluster, with other nodes in other zones: that follows. */
function isMoved(before: OwnerRecord, after: CompiledOwner): boolean {
  return ['account', 'region'].some(
    (fact) => before.facts[fact] !== undefined && before.facts[fact] !== after.facts[fact],
  );
}

/** Names of all roles begin with it, in the clouds and in what Terraform made. */
function judgeOrganisation(records: readonly OwnerRecord[], heads: ReadonlyMap<string, CompiledOwner>): Diagnostic[] {
  for (const before of records) {
    const [old, after] = [before.facts[organisation], heads.get(before.path)];
    const now = after?.facts[organisation];
    if (after === undefined || old === undefined || now === old) continue;
    return [
      emitError('lifecycle/changed-organisation', {
        message: `The organisation cannot change from "${old}" to "${now ?? ''}".`,
        at: after.locate([organisation]),
        notes: [{ message: `its roles exist with "${old}"`, at: inRecord(before, organisation) }],
        help: `Set it back to "${old}".`,
      }),
    ];
  }
  return [];
}

/** What is new begins its life; without any record nobody knows what is new. */
function judgeNew(paths: ReadonlySet<string>, head: readonly CompiledOwner[]): Diagnostic[] {
  if (paths.size === 0) return [];
  return head.flatMap(({ owner: { kind, name }, facts, record, locate }) => {
    const lifecycle = lifecycleOf(facts);
    if (!stateful.has(kind) || lifecycle === 'active' || paths.has(record)) return [];
    return [
      emitError('lifecycle/skipped-step', {
        message: `The ${kind} "${name}" is new, so its lifecycle cannot be "${lifecycle}".`,
        at: locate(['lifecycle']),
        help: 'Remove `lifecycle`: nothing of it exists that could go.',
      }),
    ];
  });
}

function judgeLifecycle(before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  const { kind, name } = before.owner;
  const [old, now] = [lifecycleOf(before.facts), lifecycleOf(after.facts)];
  if (!stateful.has(kind) || nextSteps.get(old)?.includes(now) !== false) return [];
  return [
    emitError('lifecycle/skipped-step', {
      message: `The lifecycle of ${kind} "${name}" cannot go from "${old}" to "${now}".`,
      at: after.locate(['lifecycle']),
      notes: [{ message: `it is "${old}"`, at: inRecord(before, 'lifecycle') }],
      help:
        old === 'retired'
          ? `Delete its file when its cloud resources are gone; only then the name may be used again.`
          : `Set it to "retiring", let that be delivered, and set it to "retired" then.`,
    }),
  ];
}

function judgeVanished(before: OwnerRecord, head: readonly CompiledOwner[], bases: ReadonlySet<string>): Diagnostic[] {
  const { kind, name } = before.owner;
  if (!stateful.has(kind)) return [];
  const problems: Diagnostic[] = [];
  const at = inRecord(before, 'lifecycle');
  const lifecycle = lifecycleOf(before.facts);
  if (lifecycle !== 'retired') {
    const renamed = head.find((owner) => !bases.has(owner.record) && isLike(before, owner));
    problems.push(
      emitError('lifecycle/vanished', {
        message: `The ${kind} "${name}" vanished from the configuration, but it is "${lifecycle}", not "retired".`,
        at,
        notes:
          renamed === undefined
            ? []
            : [
                {
                  message: `"${renamed.owner.name}" looks like its new name, but a new name is a new ${kind}`,
                  at: renamed.locate([]),
                },
              ],
        help: `Restore config/${kind}s/${name}.yaml, then set \`lifecycle\` to ${lifecycle === 'active' ? '"retiring", then to ' : ''}"retired"; delete the file when its cloud resources are gone.`,
      }),
    );
  }
  return problems;
}

/** The same place in the cloud under another name. */
function isLike(before: OwnerRecord, { owner, facts }: CompiledOwner): boolean {
  const same = ['account', 'region', 'addresses', 'cidr'];
  return owner.kind === before.owner.kind && same.every((fact) => facts[fact] === before.facts[fact]);
}
