import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type Change, changedOwners } from '../../model/change.ts';
import { factKinds } from '../../owners/fact-kinds.ts';

/** What a check says of changes of those facts that it guards. A fact that a base does not have is new, and no change. */
export function refusedChanges(code: string): (change: Change) => Iterable<Problem> {
  return function* run(change) {
    const owners = changedOwners(change);
    const moved = new Set(
      owners.flatMap(({ before: { owner, facts }, after }) =>
        owner.kind === 'account' && facts['hub'] !== after.facts['hub'] ? [owner.name] : [],
      ),
    );
    for (const { before, after } of owners) {
      const { kind, name } = before.owner;
      for (const { name: fact, guard, noun, at } of factKinds[kind]) {
        const [old, now] = [before.facts[fact], after.facts[fact]];
        if (guard !== code || old === undefined || old === now) continue;
        // Said once, of the account.
        if (fact === 'hub' && kind !== 'account' && moved.has(after.facts['account'] ?? '')) continue;
        yield {
          message: `The ${noun} of ${kind} "${name}" cannot change from "${old}" to "${now ?? ''}".`,
          at: after.locate(at),
          notes: [{ message: `it exists with "${old}"`, at: before.locateFact(fact) }],
          help: `Set it back to "${old}". To move, add a new ${kind}, then retire this one.`,
        };
      }
    }
  };
}
