import type { ForeignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { environment } from '../environment.ts';
import type { CelProblem } from '../problem.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { fromPlain, type Plain, toPlain } from './plain-value.ts';
import { run } from './run.ts';
import { failure, isFailure, type Value } from './value.ts';

export type Evaluation =
  | { readonly value: Plain; readonly error?: undefined }
  | {
      readonly error: string;
      /** A field, key or item is not there: kro waits for it, and does not fail. */
      readonly missing: boolean;
      readonly value?: undefined;
    };

export interface ToEvaluate {
  readonly source: string;
  /** Plain data by the name of the variable. Parts that nobody knows yet are `unknownValue(…)`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Shared by the expressions of one schema. */
  readonly patterns?: ForeignPatterns;
}

/**
 * What an expression gives. Values that are unknown stay so in whatever they reach, and tell where they come from; `&&`,
 * `||` and conditions do without them where they can. A function that is not computed here gives an unknown value with
 * its own text. An int has 64 bits on the way, and becomes a number in the end.
 */
export function evaluateExpression({
  source,
  variables,
  patterns,
}: ToEvaluate): Evaluation | { readonly problem: CelProblem } {
  const { expression, problem } = parseExpression(source);
  if (expression === undefined) return { problem };
  const known = new Map<string, Value>();
  const valueNamed = (name: string): Value => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (!Object.hasOwn(variables, name)) return namedValue(name);
    const read = fromPlain(variables[name]);
    known.set(name, read);
    return read;
  };
  const value = run(expression, source, valueNamed, { patterns });
  if (isFailure(value)) return { error: value.message, missing: value.missing };
  return { value: toPlain(value) };
}

/** What the methods of kro's conditions are called on, and types by their names. */
function namedValue(name: string): Value {
  const type = environment.variables.get(name);
  if (type === undefined) return failure(`there is no ${name}`);
  return { is: 'opaque', type: type.kind === 'type' ? 'type' : 'kro.run.Runtime', content: undefined, text: name };
}
