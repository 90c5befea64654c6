import type { Path } from '../../source/path.ts';
import type { Span } from '../cel/expression.ts';
import { type Inspection, inspectParsed } from '../cel/inspect-expression.ts';
import { type Parsed, parseExpression } from '../cel/parse-expression.ts';
import { type ExpressionText, rangeInText } from '../expressions/expression-text.ts';
import type { Spot } from '../yaml/locate.ts';

/** An expression of a graph, read once. */
export interface GraphExpression {
  /** What stands before a message about it: `Resource "vpc" at spec.name`. */
  readonly label: string;
  readonly path: Path;
  /** As it stands in the graph. */
  readonly text: string;
  readonly cel: string;
  readonly isWhole: boolean;
  readonly parsed: Parsed;
  readonly inspection: Inspection;
  /** Where a part of its CEL stands. */
  spotOf(span: Span): Spot;
}

const nothing: Inspection = { references: [], unknownFunctions: [], omits: [] };

export function graphExpression(label: string, path: Path, text: string, expression: ExpressionText): GraphExpression {
  const { cel, isWhole } = expression;
  const parsed = parseExpression(cel);
  return {
    label,
    path,
    text,
    cel,
    isWhole,
    parsed,
    inspection: parsed.expression === undefined ? nothing : inspectParsed(parsed.expression),
    spotOf: ({ start, end }) => ({ path, range: rangeInText(expression, text, [start, end]) }),
  };
}
