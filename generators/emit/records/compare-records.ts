import { runChangeChecks } from '../../checks/run-checks.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { CompiledOwner, RecordedOwner } from '../../model/change.ts';
import { completeFacts, type FactKind, presentFacts, recordedNames } from '../../model/fact.ts';
import type { Owner } from '../../model/output.ts';
import { factKinds } from '../../owners/fact-kinds.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

/** Records of a base that differ from those of the head, and the paths of all that it has. */
export interface ComparedBase {
  readonly records: readonly OwnerRecord[];
  readonly paths: ReadonlySet<string>;
}

/** What a change from the base to the head (all of it) must not do to what exists. */
export function compareRecords(base: ComparedBase, head: readonly CompiledOwner[]): readonly Diagnostic[] {
  return runChangeChecks({
    before: base.records.map(recordedOwner),
    after: new Map(
      head.map((owner) => [
        owner.record,
        { ...owner, facts: completeFacts(kindsOf(owner), owner.facts, owner.owner.name) },
      ]),
    ),
    known: base.paths,
  });
}

const kindsOf = ({ owner }: { readonly owner: Owner }): readonly FactKind[] => factKinds[owner.kind];

/** A record of any release, as one of this would be. */
function recordedOwner(record: OwnerRecord): RecordedOwner {
  const { owner, facts, path } = record;
  const kinds = kindsOf(record);
  return {
    owner,
    facts: presentFacts(kinds, facts, owner.name),
    locateFact: (fact) => inRecord(record, recordedNames(kinds, fact)),
    record: path,
  };
}
