import { checkParsed } from '../../cel/check/check-expression.ts';
import { checkLiterals } from '../../cel/check/check-literals.ts';
import type { CheckedParts, ResolvedCall } from '../../cel/check/checked.ts';
import { ruleEnvironment } from '../../cel/environment.ts';
import type { Call, Expression } from '../../cel/syntax/expression.ts';
import { parseExpression } from '../../cel/syntax/parse-expression.ts';
import { type CelType, dynType, errorType } from '../../cel/types/cel-type.ts';
import { typeOfSchema } from '../../cel/types/type-of-schema.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';

export type CompiledRule =
  | { readonly problem: string }
  | (CheckedParts & { readonly problem?: undefined; readonly expression: Expression });

/** A rule for the values of a schema, as an API server compiles it: with `self` and `oldSelf`. */
export function compileRule(rule: string, schema: RawSchema): CompiledRule {
  const { expression, problem } = parseExpression(rule, ruleEnvironment.withoutMacros);
  if (expression === undefined) return { problem: `is refused: ${problem.message}` };
  const self = typeOfSchema({ schema, name: 'self' }) ?? dynType;
  const variables = new Map([
    ['self', self],
    ['oldSelf', self],
  ]);
  const types = new Map<Expression, CelType>();
  const calls = new Map<Call, ResolvedCall>();
  let close = (type: CelType): CelType => type;
  const { type, problems } = checkParsed(expression, variables, ruleEnvironment, {
    type: (at, found) => types.set(at, found),
    call: (at, found) => calls.set(at, found),
    done: (closeType) => {
      close = closeType;
    },
  });
  const typeOf = (at: Expression): CelType => close(types.get(at) ?? errorType);
  const refusal = problems[0] ?? checkLiterals(expression, typeOf);
  if (refusal !== undefined) return { problem: `is refused: ${refusal.message}` };
  if (type?.kind !== 'bool') return { problem: 'gives neither true nor false.' };
  return { expression, typeOf, callOf: (at) => calls.get(at) };
}
