import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js';
import { type Call, type Expression, type Literal, operator, type Span } from './expression.ts';
import { expandMacro } from './macros.ts';
import type { CelProblem } from './problem.ts';

export interface Tree {
  readonly expression: Expression;
  /** What the parser lets pass and cel-go refuses, and macros with arguments that they cannot take. */
  readonly problems: readonly CelProblem[];
}

const operators: Partial<Record<ASTOperator, string>> = { '||': operator.or, '&&': operator.and, in: operator.in };
const maxInt = 2n ** 63n - 1n;

/** What the parser found, in the words of cel-go. `optionalMarks` are the negations that stand for `?`. */
export function readTree(root: ASTNode, source: string, optionalMarks: ReadonlySet<number>): Tree {
  const problems: CelProblem[] = [];

  function refuse(message: string, { start, end }: Span): void {
    problems.push({ kind: 'syntax', message, start, end });
  }

  function read(node: ASTNode): Expression {
    const whole = { start: node.start, end: node.end };
    const common = { ...whole, at: whole };
    switch (node.op) {
      case 'value':
        return { ...common, kind: 'literal', literal: checkedLiteral(readLiteral(node.args), whole) };
      case 'id':
        return { ...common, kind: 'identifier', name: node.args };
      case '.':
        return {
          ...whole,
          at: fieldSpan(node),
          kind: 'select',
          operand: read(node.args[0]),
          field: node.args[1],
          test: false,
        };
      case '.?': {
        const field: Expression = { ...common, at: fieldSpan(node), kind: 'literal', literal: text(node.args[1]) };
        return {
          ...whole,
          at: fieldSpan(node),
          kind: 'call',
          name: operator.optionalSelect,
          args: [read(node.args[0]), field],
        };
      }
      case '[]':
        return { ...common, kind: 'call', name: operator.index, args: node.args.map(read) };
      case '[?]':
        return { ...common, kind: 'call', name: operator.optionalIndex, args: node.args.map(read) };
      case 'call': {
        const [name, args] = node.args;
        refuseTrailingComma(node);
        const at = { start: node.start, end: node.start + name.length };
        return expand({ ...whole, at, kind: 'call', name, args: args.map(read) });
      }
      case 'rcall': {
        const [name, target, args] = node.args;
        refuseTrailingComma(node);
        const start = Math.max(source.indexOf(name, target.end), target.end);
        const at = { start, end: start + name.length };
        return expand({ ...whole, at, kind: 'call', name, target: read(target), args: args.map(read) });
      }
      case 'list':
        return { ...common, kind: 'list', items: node.args.map(readEntry) };
      case 'map':
        return {
          ...common,
          kind: 'map',
          entries: node.args.map(([key, value]) => {
            const entry = readEntry(key);
            return { key: entry.value, value: read(value), optional: entry.optional };
          }),
        };
      case '?:': {
        const [, then] = node.args;
        if (then.op === '?:' && source.slice(0, then.start).trimEnd().endsWith('?'))
          refuse('A condition within the first branch of another needs parentheses.', then);
        return { ...common, kind: 'call', name: operator.conditional, args: node.args.map(read) };
      }
      case '!_':
      case '-_':
        return readUnary(node);
      default:
        return { ...common, kind: 'call', name: operators[node.op] ?? `_${node.op}_`, args: node.args.map(read) };
    }
  }

  /** cel-go takes pairs of a sign away, and a minus before a number is part of the number. */
  function readUnary(node: ASTNode & { op: '!_' | '-_' }): Expression {
    const { args: inner } = node;
    if (optionalMarks.has(node.start)) return read(inner);
    const whole = { start: node.start, end: node.end };
    const adjacent = source.slice(node.start + 1, inner.start).trim() === '';
    if (inner.op === node.op && adjacent) return read(inner.args);
    if (node.op === '-_' && inner.op === 'value' && adjacent) {
      const number = negative(readLiteral(inner.args));
      if (number !== undefined) return { ...whole, at: whole, kind: 'literal', literal: checkedLiteral(number, whole) };
    }
    return { ...whole, at: whole, kind: 'call', name: node.op, args: [read(inner)] };
  }

  function checkedLiteral(literal: Literal, at: Span): Literal {
    if (literal.type === 'int' && (literal.value > maxInt || literal.value < -maxInt - 1n))
      refuse('This number does not fit into 64 bits.', at);
    return literal;
  }

  function readEntry(node: ASTNode): { value: Expression; optional: boolean } {
    return { value: read(node), optional: optionalMarks.has(node.start) };
  }

  function refuseTrailingComma(node: ASTNode): void {
    const arguments_ = source.slice(node.start, node.end - 1).trimEnd();
    if (arguments_.endsWith(',')) refuse('No comma may follow the last argument.', node);
  }

  function expand(call: Call): Expression {
    const expanded = expandMacro(call);
    if (!('problem' in expanded)) return expanded;
    refuse(expanded.problem, expanded.at);
    return call;
  }

  return { expression: read(root), problems };
}

const text = (value: string): Literal => ({ type: 'string', value });

function readLiteral(value: (ASTNode & { op: 'value' })['args']): Literal {
  if (value === null) return { type: 'null' };
  if (typeof value === 'boolean') return { type: 'bool', value };
  if (typeof value === 'bigint') return { type: 'int', value };
  if (typeof value === 'number') return { type: 'double', value };
  if (typeof value === 'string') return text(value);
  if (value instanceof Uint8Array) return { type: 'bytes', value };
  return { type: 'uint', value: value.value };
}

function negative(literal: Literal): Literal | undefined {
  if (literal.type === 'int') return { type: 'int', value: -literal.value };
  if (literal.type === 'double') return { type: 'double', value: -literal.value };
  return undefined;
}

function fieldSpan(node: ASTNode): Span {
  return { start: node.pos, end: node.end };
}
