import type { Path } from '../source/path.ts';
import type { Facts } from './output.ts';

/**
 * What a change does to what exists: it is changed where it is, one part after the other, or not at all (`ignored`); it goes
 * and another comes (`replaces`); there is no way back (`one-way`); nothing can do it (`never`).
 */
export type ChangeClass = 'in-place' | 'rolling' | 'replaces' | 'ignored' | 'one-way' | 'never';

/** Something that is recorded of what exists. Whoever records it declares it. */
export interface FactKind {
  /** As records have it. A star at the end stands for names, such as those of node groups. */
  readonly name: string;
  /** To stand after "the" and before "of". */
  readonly noun: string;
  /** Where a person sets it: the first of it that is a place. */
  readonly at: Path;
  readonly change: ChangeClass;
  /** What it does when it is there no longer; the same as a change where nothing is said. */
  readonly onRemoval?: ChangeClass;
  /** The check that refuses every change. Facts with rules of their own have checks of their own. */
  readonly guard?: string;
  /** The values that may follow one; undefined where any may. */
  readonly steps?: (from: string) => readonly string[] | undefined;
  /** What it is of an owner of a name whose record does not say it, as those of releases that did not have it yet. */
  readonly unrecorded?: (owner: string) => string;
  /** How records of earlier releases have it. */
  readonly earlier?: readonly string[];
}

const STAR = '*';

/** The name that a star stands for; undefined where it is another fact. */
export function nameIn(pattern: string, fact: string): string | undefined {
  if (!pattern.endsWith(STAR)) return pattern === fact ? '' : undefined;
  const start = pattern.slice(0, -STAR.length);
  return fact.startsWith(start) ? fact.slice(start.length) : undefined;
}

export function kindOfFact(kinds: readonly FactKind[], fact: string): FactKind | undefined {
  return kinds.find(({ name }) => nameIn(name, fact) !== undefined);
}

/** With those that are not written where they are what they were before anybody recorded them. */
export function completeFacts(kinds: readonly FactKind[], facts: Facts, owner: string): Facts {
  const unrecorded = kinds.flatMap(({ name, unrecorded: value }) =>
    value === undefined ? [] : [[name, value(owner)]],
  );
  return unrecorded.length === 0 ? facts : { ...Object.fromEntries(unrecorded), ...facts };
}

/** What a record of any release says, by the names that facts have now: a guard finds what it guards. */
export function presentFacts(kinds: readonly FactKind[], recorded: Facts, owner: string): Facts {
  const named = Object.entries(recorded).map(([fact, value]) => [presentName(kinds, fact), value]);
  return completeFacts(kinds, Object.fromEntries(named), owner);
}

/** All names under which a record of any release may have a fact. */
export function recordedNames(kinds: readonly FactKind[], fact: string): readonly string[] {
  const { name: pattern = fact, earlier = [] } = kindOfFact(kinds, fact) ?? {};
  return [fact, ...earlier.map((one) => one.replace(STAR, nameIn(pattern, fact) ?? ''))];
}

function presentName(kinds: readonly FactKind[], fact: string): string {
  for (const { name, earlier = [] } of kinds) {
    for (const one of earlier) {
      const found = nameIn(one, fact);
      if (found !== undefined) return name.replace(STAR, found);
    }
  }
  return fact;
}
