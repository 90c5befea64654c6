import type { Spoke } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';

export type Application = Spoke['applications'][string];

/** A fault in what an application says of itself. */
export interface OverlayProblem {
  /** Within the application. */
  readonly path: Path;
  readonly message: string;
  readonly help?: string;
}
