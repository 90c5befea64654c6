import { checkParsed } from '../../cel/check/check-expression.ts';
import type { CelProblem } from '../../cel/problem.ts';
import { type Expression, operator } from '../../cel/syntax/expression.ts';
import { type CelType, formatType } from '../../cel/types/cel-type.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';

/** The problems of an expression; where kro joins several with "+", in terms of what was written: `count-${1}`. */
export function inParts(
  { isWhole, parts, parsed }: GraphExpression,
  problems: readonly CelProblem[],
  variables: ReadonlyMap<string, CelType>,
): readonly CelProblem[] {
  if (isWhole || parsed.expression === undefined) return problems;
  const terms = termsOf(parsed.expression, parts);
  const own = problems.filter(({ start, end }) => terms.some((term) => term.start <= start && end <= term.end));
  if (own.length > 0) return own;
  const said = terms.flatMap((term): readonly CelProblem[] => {
    const { type } = checkParsed(term, variables);
    const advice = type && adviceFor(type);
    if (type === undefined || advice === undefined) return [];
    const message = `In a text there can be texts only, and this is ${formatType(type)}; ${advice}`;
    return [{ kind: 'no-matching-overload', message, start: term.start, end: term.end }];
  });
  return said.length > 0 ? said : problems;
}

function termsOf(root: Expression, count: number): readonly Expression[] {
  const [left, right] = root.kind === 'call' && root.name === operator.add ? root.args : [];
  return count < 2 || left === undefined || right === undefined ? [root] : [...termsOf(left, count - 1), right];
}

function adviceFor(type: CelType): string | undefined {
  switch (type.kind) {
    case 'string':
    case 'dyn':
    case 'error':
    case 'parameter':
      return undefined;
    case 'optional':
      return 'orValue(…) gives its value, or another one if it is absent.';
    case 'list':
    case 'map':
    case 'struct':
      return 'json.marshal(…) makes a text of it.';
    default:
      return 'string(…) makes a text of it.';
  }
}
