import type { Span } from './syntax/expression.ts';

export type ProblemKind =
  | 'syntax'
  | 'undeclared-reference'
  | 'unknown-function'
  | 'undefined-field'
  | 'no-matching-overload'
  /** A field of something that has none, such as a text. */
  | 'no-fields'
  | 'type-mismatch'
  | 'not-iterable';

/** What CEL refuses in an expression, and where in its source. */
export interface CelProblem extends Span {
  readonly kind: ProblemKind;
  readonly message: string;
}
