import { type Expression, operator, type Span } from '../cel/expression.ts';
import { visit } from '../expressions/calls-in.ts';

/** A field of the instance's spec that an expression reads. */
export interface SpecPath extends Span {
  readonly fields: readonly string[];
}

export interface SpecPaths {
  /** Read as if they were there, the longest of each. */
  readonly read: readonly SpecPath[];
  /** Asked for with `has()`, or read as what may be absent. */
  readonly asked: readonly (readonly string[])[];
}

/** The fields of `schema.spec` in an expression. */
export function specPaths(root: Expression | undefined): SpecPaths {
  const read: SpecPath[] = [];
  const asked: (readonly string[])[] = [];
  const inner = new Set<Expression>();
  visit(root, (expression) => {
    const isOptional = expression.kind === 'call' && expression.name === operator.optionalSelect;
    if (isOptional) {
      const [of, field] = expression.args;
      const fields = of && fieldsOf(of);
      if (fields !== undefined && field?.kind === 'literal')
        asked.push([...fields, String(field.literal.type === 'string' ? field.literal.value : '')]);
    }
    if (expression.kind !== 'select' || inner.has(expression)) return;
    const fields = fieldsOf(expression);
    if (fields === undefined) return;
    for (let part: Expression = expression; part.kind === 'select'; part = part.operand) inner.add(part);
    if (expression.test) asked.push(fields);
    else if (fields.length > 0) read.push({ fields, start: expression.start, end: expression.end });
  });
  return { read, asked };
}

/** `[a, b]` for `schema.spec.a.b`. */
function fieldsOf(expression: Expression): readonly string[] | undefined {
  const names: string[] = [];
  let part = expression;
  while (part.kind === 'select') {
    names.unshift(part.field);
    part = part.operand;
  }
  return part.kind === 'identifier' && part.name === 'schema' && names[0] === 'spec' ? names.slice(1) : undefined;
}
