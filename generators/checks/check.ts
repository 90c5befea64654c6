import type { Delivered } from '../delivery/delivered.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { ExampleFiles } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';

export interface FleetCheck {
  readonly severity: Diagnostic['severity'];
  /**
   * `spoke`: what it says of a spoke does not depend on other spokes, so that only changed ones need be looked at.
   * `fleet`: it compares spokes with each other, or counts them.
   */
  readonly scope: 'spoke' | 'fleet';
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

/** All that is delivered to one spoke. */
export interface DeliveredSpoke {
  readonly engine: DeliveryEngine;
  /** Those that its own files make: its parent, and what follows from that. */
  readonly units: readonly Delivered[];
  readonly isNamespaced: (object: Manifest) => boolean;
  /** The line that a person wrote behind a path of an object. */
  readonly locate: (object: Manifest, path: Path) => Origin;
}

/** A check over what is written, before it is printed: its problems are told at the lines that cause them. */
export interface OutputCheck extends Omit<FleetCheck, 'scope' | 'run'> {
  readonly scope: 'output';
  readonly run: (spoke: DeliveredSpoke) => Iterable<Problem>;
}

export type Check = FleetCheck | OutputCheck;

/** As `fleetCheck`. */
export function outputCheck(check: OutputCheck): OutputCheck {
  return check;
}

/** Gives the object its type; the code is the file's path below `checks/`. */
export function fleetCheck(check: FleetCheck): FleetCheck {
  return check;
}
