import type { Delivered } from '../delivery/delivered.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { ChangeCheck, FleetCheck } from '../model/check.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';

export { changeCheck, type FleetCheck, fleetCheck } from '../model/check.ts';

/** All that is delivered to one spoke, or to a hub. */
export interface DeliveredUnits {
  readonly to: 'spoke' | 'hub';
  readonly engine: DeliveryEngine;
  /** Of a spoke those that its own files make: its parent, and what follows from that. */
  readonly units: readonly Delivered[];
  readonly isNamespaced: (object: Manifest) => boolean;
  /** Whether it stands in a folder of people, and is not made of the configuration. */
  readonly isAuthored: (object: Manifest) => boolean;
  /** The line that a person wrote behind a path of an object. */
  readonly locate: (object: Manifest, path: Path) => Origin;
}

/** A check over what is written, before it is printed: its problems are told at the lines that cause them. */
export interface OutputCheck extends Omit<FleetCheck, 'over' | 'run'> {
  readonly over: 'output';
  readonly run: (delivered: DeliveredUnits) => Iterable<Problem>;
}

export type Check = FleetCheck | OutputCheck | ChangeCheck;

/** As `fleetCheck`. */
export function outputCheck(check: OutputCheck): OutputCheck {
  return check;
}
