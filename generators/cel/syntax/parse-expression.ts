import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { CelProblem } from '../problem.ts';
import { adaptSource } from './adapt-source.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import type { Expression, Span } from './expression.ts';
import { readTree } from './read-tree.ts';

export type Parsed =
  | { readonly expression: Expression; readonly problem?: undefined }
  | { readonly expression?: undefined; readonly problem: CelProblem };

/** In code points, as cel-go counts. */
const maxSize = 100_000;

const environment = new Environment({
  enableOptionalTypes: true,
  limits: { maxListElements: 100_000, maxMapEntries: 100_000, maxCallArguments: 1_000 },
});

/** A CEL expression as cel-go's parser gives it, macros expanded but for those that are left out, or the first thing that is wrong with it. */
export function parseExpression(source: string, withoutMacros: readonly string[] = []): Parsed {
  if (source.length > maxSize && [...source].length > maxSize)
    return {
      problem: problemAt(`The expression is longer than ${maxSize} characters.`, { start: 0, end: source.length }),
    };
  const adapted = adaptSource(source);
  try {
    const { ast } = environment.parse(adapted.text) as unknown as { ast: ASTNode };
    const { expression, problems } = readTree(ast, source, adapted, withoutMacros);
    const [problem] = problems;
    return problem === undefined ? { expression } : { problem };
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: problemAt('The expression is nested too deeply.', { start: 0, end: source.length }) };
    if (!(error instanceof ParseError)) throw error;
    const { start, end } = error.range ?? { start: 0, end: source.length };
    const span = { start, end: Math.min(end, source.length) };
    return { problem: problemAt(describeSyntaxError(error, source.slice(span.start, span.end)), span) };
  }
}

function problemAt(message: string, { start, end }: Span): CelProblem {
  return { kind: 'syntax', message, start, end };
}
