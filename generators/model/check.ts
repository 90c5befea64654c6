import type { CatalogueEntry, ExampleFiles } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import type { Change } from './change.ts';
import type { Fleet } from './fleet.ts';

/** A check over the fleet as it is resolved. */
export interface FleetCheck {
  readonly severity: Diagnostic['severity'];
  /**
   * `spoke`: what it says of a spoke does not depend on other spokes, so that only changed ones need be looked at.
   * `fleet`: it compares spokes with each other, or counts them.
   */
  readonly over: 'spoke' | 'fleet';
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it must hold, in a few sentences. */
  readonly details: string;
  /** Added to a small valid repository: gives nothing. */
  readonly good: ExampleFiles;
  /** Added to the same repository: gives exactly one diagnostic, with this check's code and a place. */
  readonly bad: ExampleFiles;
  /** Added to both when they are run, and shown to nobody: more files than a person wants to read. */
  readonly background?: () => ExampleFiles;
  readonly run: (fleet: Fleet) => Iterable<Problem>;
}

/** Gives the object its type; the code is the file's path below `checks/`. */
export function fleetCheck(check: FleetCheck): FleetCheck {
  return check;
}

/** A check over the step from what exists to what was compiled. Its examples follow `before`, which is built and committed. */
export interface ChangeCheck extends CatalogueEntry {
  readonly over: 'change';
  readonly run: (change: Change) => Iterable<Problem>;
}

/** As `fleetCheck`. */
export function changeCheck(check: ChangeCheck): ChangeCheck {
  return check;
}

/** What a cloud may have. */
export type CloudCheck = FleetCheck | ChangeCheck;
