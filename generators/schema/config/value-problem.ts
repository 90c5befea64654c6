import type { Path } from '../../source/path.ts';

/** One mistake in a value, in plain language. */
export interface ValueProblem {
  readonly code: `schema/${string}`;
  readonly path: Path;
  /** The field below the path that is not there. */
  readonly missing?: string;
  /** Which part of the field is wrong. A missing field has the path of the map that lacks it. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly help?: string;
}

/** The text of a scalar as it stands in its file: `1.30`, which is the number 1.3. */
export type WrittenText = (path: Path) => string | undefined;
