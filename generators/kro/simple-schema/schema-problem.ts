import type { Path } from '../../source/path.ts';

export type SchemaProblemCode =
  | 'kro/field-not-text'
  | 'kro/empty-type'
  | 'kro/deep-type'
  | 'kro/large-schema'
  | 'kro/list-of-nothing'
  | 'kro/map-key-type'
  | 'kro/map-of-nothing'
  | 'kro/unknown-type'
  | 'kro/type-cycle'
  | 'kro/unknown-marker'
  | 'kro/marker-syntax'
  | 'kro/marker-boolean'
  | 'kro/marker-number'
  | 'kro/marker-type'
  | 'kro/default-type'
  | 'kro/default-not-json'
  | 'kro/enum-values'
  | 'kro/pattern-syntax'
  | 'kro/list-type'
  | 'kro/list-map-key'
  | 'kro/empty-validation';

/** A mistake in a SimpleSchema: where in the tree, and which part of the text there. */
export interface SchemaProblem {
  readonly code: SchemaProblemCode;
  readonly message: string;
  readonly path: Path;
  /** Offsets in the text at `path`; the whole of it where there are none. */
  readonly range?: readonly [start: number, end: number];
}

/** Reports a mistake in the text of one field. */
export type ReportField = (code: SchemaProblemCode, message: string, range?: readonly [number, number]) => void;
