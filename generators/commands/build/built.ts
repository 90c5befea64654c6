import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Change } from '../../emit/changes.ts';

export interface Build {
  readonly diagnostics: readonly Diagnostic[];
  /** Spokes in the fleet. */
  readonly spokes: number;
  /** What happened to each file that did not stay as it was, records left out. */
  readonly changes: readonly Pick<Change, 'kind' | 'path'>[];
}
