import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Disk } from '../../disk/disk.ts';
import type { Change } from '../../emit/tree/compare-tree.ts';

/** Where a build works. */
export interface BuildPlace {
  readonly disk: Disk;
  readonly root: string;
  /** Of its lock: time of the file system before anything was read. */
  readonly since: number;
}

export interface Build {
  readonly diagnostics: readonly Diagnostic[];
  /** Spokes in the fleet. */
  readonly spokes: number;
  /** What happened to each file that did not stay as it was. */
  readonly changes: readonly Pick<Change, 'kind' | 'path'>[];
}
