import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type ChangedOwner, changedOwners, isMoved } from '../../model/change.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const blue = 'config/spokes/blue.yaml';
const large = 'nodeGroups: {large: {instanceTypes: [m7i.xlarge], ami: BOTTLEROCKET_x86_64, min: 1, max: 3}}';

/** Facts of node groups are `nodeGroups.<name>`: what the cloud fixes of one that exists, or this. */
const RETIRED = 'retired';
const prefix = 'nodeGroups.';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary:
    'A node group leaves the configuration only after it was retired, and is retired only when another one is there.',
  details:
    'Its nodes go with it, and with them every pod that has no other place; renamed in a layer, the nodes of every spoke at once. Add the new group, wait until its nodes are ready, then set `lifecycle: retired` on the old one: EKS drains its nodes and honours disruption budgets. When they are gone, remove the entry.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', large) },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}') },
  before: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', large) },
  *run(change) {
    for (const owner of changedOwners(change)) {
      const { before, after } = owner;
      if (after.facts['lifecycle'] === 'retired' || isMoved(owner)) continue;
      for (const [fact, old] of Object.entries(before.facts)) {
        const now = after.facts[fact];
        if (!fact.startsWith(prefix) || old === RETIRED) continue;
        if (now === undefined) yield vanished(fact.slice(prefix.length), owner);
        else if (now === RETIRED && !isReplaced(owner)) yield tooSoon(fact.slice(prefix.length), owner);
      }
    }
  },
});

/** Whether a group that was there stays. */
function isReplaced({ before, after }: ChangedOwner): boolean {
  return Object.entries(before.facts).some(
    ([fact, old]) => fact.startsWith(prefix) && old !== RETIRED && ![RETIRED, undefined].includes(after.facts[fact]),
  );
}

function vanished(name: string, { before, after }: ChangedOwner): Problem {
  const { owner } = before;
  return {
    message: `The node group "${name}" of ${owner.kind} "${owner.name}" vanished from the configuration, but it is not retired.`,
    at: after.locate(['nodeGroups', name], 'key'),
    notes: [{ message: 'it exists', at: before.locateFact(prefix + name) }],
    help: `Restore it. When another group is delivered, give it \`lifecycle: retired\`; remove it when its nodes are gone.`,
  };
}

function tooSoon(name: string, { before, after }: ChangedOwner): Problem {
  const { owner } = before;
  return {
    message: `The node group "${name}" of ${owner.kind} "${owner.name}" cannot be retired yet: no other group was delivered that stays.`,
    at: after.locate(['nodeGroups', name, 'lifecycle']),
    notes: [{ message: 'it exists', at: before.locateFact(prefix + name) }],
    help: `Set it back to "active" until another group is delivered and its nodes are ready.`,
  };
}
