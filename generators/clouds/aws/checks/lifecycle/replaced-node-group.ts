import type { Problem } from '../../../../diagnostics/diagnostic.ts';
import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { type ChangedOwner, changedOwners, isMoved } from '../../../../model/change.ts';
import { changeCheck } from '../../../../model/check.ts';

const blue = 'config/spokes/blue.yaml';

/** Facts of node groups are `nodeGroups.<name>`: what AWS fixes of one that exists, or this. */
const RETIRED = 'retired';
const prefix = 'nodeGroups.';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'What AWS cannot change of an existing node group never changes.',
  details:
    'Instance types, AMI type, kind of capacity, disk size and zones are fixed when a node group is made. The graph refuses such a change, and the spoke would stand still. Add a group with another name beside it, let it become ready, then retire the old one.',
  good: {
    [blue]: exampleSpoke(
      'network: {cidr: 10.0.0.0/18}',
      'nodeGroups: {large: {instanceTypes: [m7i.xlarge], ami: BOTTLEROCKET_x86_64, min: 1, max: 3}}',
    ),
  },
  bad: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'nodeGroups: {default: {instanceTypes: [m7i.xlarge]}}'),
  },
  *run(change) {
    for (const owner of changedOwners(change)) {
      const { before, after } = owner;
      if (after.facts['lifecycle'] === RETIRED || isMoved(owner)) continue;
      for (const [fact, old] of Object.entries(before.facts)) {
        const now = after.facts[fact];
        const isBoth = old !== RETIRED && now !== RETIRED && now !== undefined;
        if (fact.startsWith(prefix) && isBoth && now !== old) yield* changed(fact.slice(prefix.length), owner);
      }
    }
  },
});

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

function changed(name: string, { before, after }: ChangedOwner): readonly Problem[] {
  const { kind, name: of } = before.owner;
  const group = `node group "${name}" of ${kind} "${of}"`;
  const fact = prefix + name;
  const [from, to] = [before.facts[fact] ?? '', after.facts[fact] ?? ''];
  const [old, now] = [madeOf(from), madeOf(to)];
  const differs = (what: string, was: string, is: string, field?: keyof Made): Problem => ({
    message: `The ${what} cannot change from "${was}" to "${is}".`,
    at: field === undefined ? after.locate(['nodeGroups', name], 'key') : after.locate(['nodeGroups', name, field]),
    notes: [{ message: `it exists with "${was}"`, at: before.locateFact(fact) }],
    help: repair(name, field, was, is),
  });
  // A record that was edited.
  if (old === undefined || now === undefined) return [differs(group, from, to)];
  return (Object.keys(nouns) as (keyof Made)[])
    .filter((field) => old[field] !== now[field])
    .map((field) => differs(`${nouns[field]} of ${group}`, old[field], now[field], field));
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
