import { type Call, type Expression, operator, type Span } from '../../cel/syntax/expression.ts';
import { visit } from '../expressions/calls-in.ts';

/** How far an expression goes into a variable: `["schema", "spec", "zones", 2]`. Names are as CEL has them, escaped. */
export type Segments = readonly (string | number)[];

export interface ReadPath extends Span {
  readonly segments: Segments;
}

export interface ReadPaths {
  /** Read as if they were there, the longest of each. */
  readonly read: readonly ReadPath[];
  /** Asked for with `has()` or `in`, or read as what may be absent. */
  readonly asked: readonly Segments[];
  /** Whose size is asked for. */
  readonly sized: readonly Segments[];
}

export const isSame = (left: Segments, right: Segments): boolean =>
  left.length === right.length && left.every((segment, index) => segment === right[index]);

/** As CEL has it: `a.b["c d"][2]`. */
export const writtenPath = (segments: Segments): string =>
  segments
    .map((segment) => (/^[A-Za-z_]\w*$/.test(String(segment)) ? `.${segment}` : `[${JSON.stringify(segment)}]`))
    .join('')
    .slice(1);

/** What an expression reads of its variables, by fields and by keys and numbers that are written out. */
export function readPaths(root: Expression | undefined): ReadPaths {
  const read: ReadPath[] = [];
  const asked: Segments[] = [];
  const sized: Segments[] = [];
  const inner = new Set<Expression>();
  const ask = (of: Expression | undefined, ...more: Segments): void => {
    const segments = of && segmentsOf(of);
    if (segments !== undefined) asked.push([...segments, ...more]);
  };
  visit(root, (expression) => {
    if (expression.kind === 'call') {
      askIn(expression, ask);
      const measured = expression.name === 'size' ? (expression.target ?? expression.args[0]) : undefined;
      const whose = measured && segmentsOf(measured);
      if (whose !== undefined) sized.push(whose);
    }
    if (inner.has(expression)) return;
    const segments = segmentsOf(expression);
    if (segments === undefined) return;
    for (let part: Expression | undefined = expression; part !== undefined; part = ofWhich(part)) inner.add(part);
    if (expression.kind === 'select' && expression.test) asked.push(segments);
    else if (segments.length > 1) read.push({ segments, start: expression.start, end: expression.end });
  });
  return { read, asked, sized };
}

function askIn({ name, args: [first, second] }: Call, ask: (of?: Expression, ...more: Segments) => void): void {
  const key = second && literalOf(second);
  if (name === operator.optionalSelect || name === operator.optionalIndex)
    ask(first, ...(key === undefined ? [] : [key]));
  const sought = first && literalOf(first);
  if (name === operator.in && sought !== undefined) ask(second, sought);
}

/** `a.b` of `a.b.c` and of `a.b["c"]`. */
function ofWhich(expression: Expression): Expression | undefined {
  if (expression.kind === 'select') return expression.operand;
  return expression.kind === 'call' && expression.name === operator.index ? expression.args[0] : undefined;
}

function segmentsOf(expression: Expression): Segments | undefined {
  const segments: (string | number)[] = [];
  let part = expression;
  for (let of = ofWhich(part); of !== undefined; of = ofWhich(part)) {
    const [, index] = part.kind === 'call' ? part.args : [];
    const segment = part.kind === 'select' ? part.field : index && literalOf(index);
    if (segment === undefined) return undefined;
    segments.unshift(segment);
    part = of;
  }
  return part.kind === 'identifier' ? [part.name, ...segments] : undefined;
}

function literalOf(expression: Expression): string | number | undefined {
  if (expression.kind !== 'literal') return undefined;
  const { type, value } = expression.literal as { type: string; value?: unknown };
  if (type === 'string') return String(value);
  return type === 'int' ? Number(value) : undefined;
}
