import { type Expression, operator } from '../../cel/syntax/expression.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';

/** Whether a condition certainly holds. */
export type Holds = (condition: GraphExpression) => boolean;

/**
 * The conditions that hold where all of the given ones do: `a && b` holds `a`, and `a` holds `a || c`. What is compared is how they are
 * written, without spaces and parentheses: `x > 2` is not known to hold `x > 1`.
 */
export function heldConditions(given: readonly GraphExpression[]): Holds {
  const held = new Set(given.flatMap(({ parsed }) => partsOf(parsed.expression)).map(keyOf));
  const holds = (one: Expression): boolean =>
    held.has(keyOf(one)) || choicesOf(one).some((part) => partsOf(part).every(holds));
  return ({ parsed, cel }) =>
    given.some((one) => one.cel === cel) ||
    (parsed.expression !== undefined && partsOf(parsed.expression).every(holds));
}

/** `[a, b]` of `a || b`. */
function choicesOf(expression: Expression): readonly Expression[] {
  return expression.kind === 'call' && expression.name === operator.or ? expression.args : [];
}

/** What must be true so that an expression is: `[a, b, c]` of `a && (b && c)`, `[!a, !b]` of `!(a || b)`. */
function partsOf(expression: Expression | undefined): readonly Expression[] {
  if (expression?.kind !== 'call') return expression === undefined ? [] : [expression];
  const { name, args } = expression;
  if (name === operator.and) return args.flatMap(partsOf);
  if (name === operator.equals) {
    const others = args.filter((part) => !isTrue(part));
    return others.length === 1 ? partsOf(others[0]) : [expression];
  }
  const [negated] = name === operator.not ? args : [];
  if (negated?.kind !== 'call' || negated.name !== operator.or) return [expression];
  return negated.args.flatMap((part) => partsOf({ ...expression, args: [part] }));
}

function isTrue(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.literal.type === 'bool' && expression.literal.value;
}

const places: readonly string[] = ['start', 'end', 'at'];

/** The same for expressions that differ in their places only. */
function keyOf(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (places.includes(key)) return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
