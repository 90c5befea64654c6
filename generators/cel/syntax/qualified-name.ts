import type { Expression } from './expression.ts';

/** `a.b` when the expression is a chain of names, else a text that names nothing. */
export function qualifiedName(expression: Expression): string {
  if (expression.kind === 'identifier') return expression.name;
  if (expression.kind !== 'select' || expression.test) return '';
  return `${qualifiedName(expression.operand)}.${expression.field}`;
}
