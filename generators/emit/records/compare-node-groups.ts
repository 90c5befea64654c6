import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../../model/output.ts';
import { emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

/** Facts of node groups are `nodeGroups.<name>`: what AWS fixes of one that exists, or this. */
const RETIRED = 'retired';
const prefix = 'nodeGroups.';

/** A group does not become another under its name, and goes only when it is retired and another one is there. */
export function compareNodeGroups(before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  if (after.facts['lifecycle'] === 'retired') return [];
  return Object.entries(before.facts).flatMap(([fact, old]) => {
    const now = after.facts[fact];
    if (!fact.startsWith(prefix) || old === RETIRED || now === old) return [];
    const name = fact.slice(prefix.length);
    if (now === undefined) return [vanished(name, before, after)];
    if (now !== RETIRED) return changed(name, before, after);
    return isReplaced(before.facts, after.facts) ? [] : [tooSoon(name, before, after)];
  });
}

/** Whether a group that was there stays. */
function isReplaced(before: Facts, after: Facts): boolean {
  return Object.entries(before).some(
    ([fact, old]) => fact.startsWith(prefix) && old !== RETIRED && ![RETIRED, undefined].includes(after[fact]),
  );
}

const groupOf = (name: string, { owner }: OwnerRecord): string =>
  `node group "${name}" of ${owner.kind} "${owner.name}"`;

function vanished(name: string, before: OwnerRecord, after: CompiledOwner): Diagnostic {
  return emitError('lifecycle/vanished-node-group', {
    message: `The ${groupOf(name, before)} vanished from the configuration, but it is not retired.`,
    at: after.locate(['nodeGroups', name], 'key'),
    notes: [{ message: 'it exists', at: inRecord(before, prefix + name) }],
    help: `Restore it. When another group is delivered, give it \`lifecycle: retired\`; remove it when its nodes are gone.`,
  });
}

function tooSoon(name: string, before: OwnerRecord, after: CompiledOwner): Diagnostic {
  return emitError('lifecycle/vanished-node-group', {
    message: `The ${groupOf(name, before)} cannot be retired yet: no other group was delivered that stays.`,
    at: after.locate(['nodeGroups', name, 'lifecycle']),
    notes: [{ message: 'it exists', at: inRecord(before, prefix + name) }],
    help: `Set it back to "active" until another group is delivered and its nodes are ready.`,
  });
}

interface Made {
  readonly instanceTypes: string;
  readonly ami: string;
  readonly capacity: string;
  readonly diskSize: string;
  readonly azs: string;
}

const nouns: Readonly<Record<keyof Made, string>> = {
  instanceTypes: 'instance types',
  ami: 'AMI type',
  capacity: 'kind of capacity',
  diskSize: 'disk size',
  azs: 'zones',
};

const format = /^(?<instanceTypes>.*) (?<ami>\S+) (?<capacity>ON_DEMAND|SPOT) (?<diskSize>\d+ GiB) ?(?<azs>.*)$/;

function changed(name: string, before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  const fact = prefix + name;
  const [from, to] = [before.facts[fact] ?? '', after.facts[fact] ?? ''];
  const [old, now] = [madeOf(from), madeOf(to)];
  const differs = (of: string, was: string, is: string, field?: keyof Made): Diagnostic =>
    emitError('lifecycle/replaced-node-group', {
      message: `The ${of} cannot change from "${was}" to "${is}".`,
      at: field === undefined ? after.locate(['nodeGroups', name], 'key') : after.locate(['nodeGroups', name, field]),
      notes: [{ message: `it exists with "${was}"`, at: inRecord(before, fact) }],
      help: repair(name, field, was, is),
    });
  // A record that was edited.
  if (old === undefined || now === undefined) return [differs(groupOf(name, before), from, to)];
  return (Object.keys(nouns) as (keyof Made)[])
    .filter((field) => old[field] !== now[field])
    .map((field) => differs(`${nouns[field]} of ${groupOf(name, before)}`, old[field], now[field], field));
}

function madeOf(fact: string): Made | undefined {
  return format.exec(fact)?.groups as unknown as Made | undefined;
}

function repair(name: string, field: keyof Made | undefined, old: string, now: string): string {
  const zones = now.split(' ');
  // A network may get more zones; the group stays in its own.
  if (field === 'azs' && old.split(' ').every((zone) => zones.includes(zone)))
    return `Write \`azs: [${old.replaceAll(' ', ', ')}]\` for "${name}", which keeps its zones.`;
  return `Set it back to "${old}"; a group with another name may have what this one cannot.`;
}
