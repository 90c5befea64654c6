import type { Call, Expression } from '../../cel/syntax/expression.ts';

/** The calls within an expression that a test picks, from the outside in. */
export function callsIn(root: Expression | undefined, test: (call: Call) => boolean): readonly Call[] {
  const found: Call[] = [];
  visit(root, (expression) => {
    if (expression.kind === 'call' && test(expression)) found.push(expression);
  });
  return found;
}

export function visit(root: Expression | undefined, see: (expression: Expression) => void): void {
  if (root === undefined) return;
  see(root);
  for (const part of partsOf(root)) visit(part, see);
}

function partsOf(expression: Expression): readonly (Expression | undefined)[] {
  switch (expression.kind) {
    case 'select':
      return [expression.operand];
    case 'call':
      return [expression.target, ...expression.args];
    case 'list':
      return expression.items.map(({ value }) => value);
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'comprehension':
      return [expression.range, expression.init, expression.condition, expression.step, expression.result];
    default:
      return [];
  }
}
