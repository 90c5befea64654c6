import type { Locate, Origin } from '../source/origin.ts';
import type { Facts, Owner } from './output.ts';

/** An owner as compiled, to be compared with its record in a base. */
export interface CompiledOwner {
  readonly owner: Owner;
  readonly facts: Facts;
  readonly locate: Locate;
  /** Where its record lies. */
  readonly record: string;
}

/** An owner as a record of a base has it. */
export interface RecordedOwner {
  readonly owner: Owner;
  /** By the names that facts have now. */
  readonly facts: Facts;
  /** Where the record names a fact. */
  readonly locateFact: (fact: string) => Origin;
  readonly record: string;
}

/** What becomes of what exists: from a base to what was compiled. */
export interface Change {
  /** Of the base, all that differ. */
  readonly before: readonly RecordedOwner[];
  /** By where their records lie. */
  readonly after: ReadonlyMap<string, CompiledOwner>;
  /** Where the records of the base lie, equal ones too. */
  readonly known: ReadonlySet<string>;
}

/** An owner that was there and stays. */
export interface ChangedOwner {
  readonly before: RecordedOwner;
  readonly after: CompiledOwner;
}

export function changedOwners({ before, after }: Change): readonly ChangedOwner[] {
  return before.flatMap((one) => {
    const next = after.get(one.record);
    return next === undefined ? [] : [{ before: one, after: next }];
  });
}

/** What is somewhere else is another cluster, with other nodes in other zones: that follows. */
export function isMoved({ before, after }: ChangedOwner): boolean {
  return ['account', 'region'].some(
    (fact) => before.facts[fact] !== undefined && before.facts[fact] !== after.facts[fact],
  );
}
