import type { Overload } from '../functions/signature.ts';
import type { CelProblem } from '../problem.ts';
import type { Call, Expression } from '../syntax/expression.ts';
import type { CelType } from '../types/cel-type.ts';

export interface ToCheck {
  readonly source: string;
  /** What the expression may read, by name. */
  readonly variables: ReadonlyMap<string, CelType>;
}

export interface Checked {
  /** Of the whole expression; absent when there are problems. */
  readonly type?: CelType;
  readonly problems: readonly CelProblem[];
}

/** Takes down what the check finds out of the parts of an expression. Types may still have parameters, which `done` resolves. */
export interface PartsRecorder {
  type(at: Expression, type: CelType): void;
  call(at: Call, called: ResolvedCall): void;
  done(close: (type: CelType) => CelType): void;
}

/** What is called, in the forms that fit the arguments. */
export interface ResolvedCall {
  /** With its namespace: `strings.quote`. */
  readonly name: string;
  /** Those that fit the arguments, in the order in which they were tried. */
  readonly overloads: readonly Overload[];
  readonly method: boolean;
}

/** What was found out of the parts. */
export interface CheckedParts {
  readonly typeOf: (at: Expression) => CelType;
  /** Undefined for a call that is none, such as `a.?b`. */
  readonly callOf: (at: Call) => ResolvedCall | undefined;
}
