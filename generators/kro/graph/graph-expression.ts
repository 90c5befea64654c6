import { type Inspection, inspectParsed } from '../../cel/inspect-expression.ts';
import type { Span } from '../../cel/syntax/expression.ts';
import { type Parsed, parseExpression } from '../../cel/syntax/parse-expression.ts';
import type { Path } from '../../source/path.ts';
import type { Spot } from '../../yaml/kubernetes/locate.ts';
import { type ExpressionText, rangeInText } from '../expressions/expression-text.ts';

/** An expression of a graph, read once. */
export interface GraphExpression {
  /** What stands before a message about it: `Resource "vpc" at spec.name`. */
  readonly label: string;
  readonly path: Path;
  /** As it stands in the graph. */
  readonly text: string;
  readonly cel: string;
  readonly isWhole: boolean;
  /** How many texts and expressions its text is made of. */
  readonly parts: number;
  readonly parsed: Parsed;
  readonly inspection: Inspection;
  /** Where a part of its CEL stands. */
  spotOf(span: Span): Spot;
}

const nothing: Inspection = { references: [], unknownFunctions: [], omits: [] };

export function graphExpression(label: string, path: Path, text: string, expression: ExpressionText): GraphExpression {
  const { cel, isWhole, parts } = expression;
  const parsed = parseExpression(cel);
  return {
    label,
    path,
    text,
    cel,
    isWhole,
    parts: parts.length,
    parsed: parsed.problem === undefined ? parsed : (problemOfPart(expression) ?? parsed),
    inspection: parsed.expression === undefined ? nothing : inspectParsed(parsed.expression),
    spotOf: ({ start, end }) => ({ path, range: rangeInText(expression, text, [start, end]) }),
  };
}

/** What is wrong with the first of several expressions that cannot be read by itself: nobody wrote the signs between them. */
function problemOfPart({ cel, isWhole, parts }: ExpressionText): Parsed | undefined {
  if (isWhole) return undefined;
  for (const { from, to } of parts.filter(({ isCode }) => isCode)) {
    const { problem } = parseExpression(cel.slice(from, to));
    if (problem !== undefined) return { problem: { ...problem, start: problem.start + from, end: problem.end + from } };
  }
  return undefined;
}
