import type { Path } from './path.ts';
import type { Span } from './source.ts';

/** Where a value comes from: a place in a file, or a default of this program (no span). */
export interface Origin {
  readonly span?: Span;
}

/** Finds who set the value (or wrote the key) at a path of a resolved object; the nearest parent where nobody did. */
export type Locate = (path: Path, at?: 'key' | 'value') => Origin;
