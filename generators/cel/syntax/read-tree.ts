import type { ASTNode, ASTOperator, BinaryOperator } from '@marcbachmann/cel-js';
import type { CelProblem } from '../problem.ts';
import type { AdaptedSource } from './adapt-source.ts';
import { type Call, type Expression, type Literal, type MapExpression, operator, type Span } from './expression.ts';
import { expandMacro } from './macros.ts';
import { unpairedParentheses } from './written-text.ts';

export interface Tree {
  readonly expression: Expression;
  /** What the parser lets pass and cel-go refuses, and macros with arguments that they cannot take. */
  readonly problems: readonly CelProblem[];
}

const operators: Partial<Record<ASTOperator, string>> = { in: operator.in };
/** As deep as cel-go goes into a chain of operators. */
const maxDepth = 250;

const relations = new Set<string>(['<', '<=', '>', '>=', '==', '!=', 'in']);

type BinaryNode = Extract<ASTNode, { readonly op: BinaryOperator }>;
const maxInt = 2n ** 63n - 1n;

/** What the parser found in an adapted source, in the words of cel-go. */
export function readTree(
  root: ASTNode,
  source: string,
  { standIns }: AdaptedSource,
  withoutMacros: readonly string[],
): Tree {
  const problems: CelProblem[] = [];
  let depth = 0;

  function refuse(message: string, { start, end }: Span): void {
    problems.push({ kind: 'syntax', message, start, end });
  }

  function read(node: ASTNode): Expression {
    const { start, end } = node;
    switch (node.op) {
      case 'value':
        if (standIns.get(start) === 'outermost') refuse('After "." there must be a name.', node);
        return { kind: 'literal', start, end, literal: checkedLiteral(writtenLiteral(node), node) };
      case 'id':
        if (standIns.get(start) === 'name') refuse('Only a field can be named in backticks.', node);
        return { kind: 'identifier', start, end, name: writtenName(node.args, start) };
      case '.': {
        const at = fieldSpan(node);
        return { kind: 'select', start, end, at, operand: read(node.args[0]), field: writtenField(node), test: false };
      }
      case '.?': {
        const at = fieldSpan(node);
        const field: Expression = { kind: 'literal', start: at.start, end, literal: text(writtenField(node)) };
        return { kind: 'call', start, end, at, name: operator.optionalSelect, args: [read(node.args[0]), field] };
      }
      case '[]':
        return { kind: 'call', start, end, name: operator.index, args: node.args.map(read) };
      case '[?]':
        return { kind: 'call', start, end, name: operator.optionalIndex, args: node.args.map(read) };
      case 'call': {
        const [name, args] = node.args;
        refuseTrailingComma(node);
        const at = { start, end: start + name.length };
        return expand({ kind: 'call', start, end, at, name: writtenName(name, start), args: args.map(readArgument) });
      }
      case 'rcall': {
        const [name, target, args] = node.args;
        refuseTrailingComma(node);
        const from = Math.max(source.indexOf(name, target.end), target.end);
        if (!source.startsWith(name, from)) refuse('A method is not named in backticks.', node);
        const at = { start: from, end: from + name.length };
        return expand({ kind: 'call', start, end, at, name, target: read(target), args: args.map(readArgument) });
      }
      case 'list':
        return { kind: 'list', start, end, items: node.args.map(readEntry) };
      case 'map':
        return { kind: 'map', start, end, entries: node.args.map(readPair) };
      case '?:': {
        const [, then] = node.args;
        if (then.op === '?:' && source.slice(0, then.start).trimEnd().endsWith('?'))
          refuse('A condition within the first branch of another needs parentheses.', then);
        return { kind: 'call', start, end, name: operator.conditional, args: node.args.map(read) };
      }
      case '!_':
      case '-_':
        return readUnary(node);
      case '&&':
      case '||':
        return readLogic(node);
      default:
        return readBinary(node);
    }
  }

  function readBinary(node: BinaryNode): Expression {
    const { start, end } = node;
    if (depth >= maxDepth) {
      refuse('The expression is nested too deeply.', node);
      return { kind: 'literal', start, end, literal: { type: 'null' } };
    }
    depth++;
    const [left, right] = node.args;
    const expression = join(read(left), node.op, right);
    depth--;
    return expression;
  }

  /** Relations are read from left to right, whatever they are; the parser lets == and != wait for what the others find. */
  function join(left: Expression, op: BinaryOperator, right: ASTNode): Expression {
    if ((op === '==' || op === '!=') && isRelation(right) && !isEnclosed(left.end, right)) {
      const [first, second] = right.args;
      return join(join(left, op, first), right.op, second);
    }
    const args = [left, read(right)];
    return { kind: 'call', start: left.start, end: right.end, name: operators[op] ?? `_${op}_`, args };
  }

  /** Whether a pair of parentheses is around the whole of a node, which begins after `from`; spans are without them. */
  function isEnclosed(from: number, { start, end }: Span): boolean {
    const opened = source.slice(from, start).split('(').length - 1;
    return opened > unpairedParentheses(source.slice(start, end)).closing;
  }

  /** A chain of one operator is split in its middle, as in cel-go, so that a long one is not deep. */
  function readLogic(node: ASTNode & { op: '&&' | '||' }): Expression {
    const terms: ASTNode[] = [];
    let rest: ASTNode = node;
    while (rest.op === node.op) {
      terms.push(rest.args[1]);
      rest = rest.args[0];
    }
    terms.push(rest);
    const join = (from: number, to: number): Expression => {
      const [first, last] = [terms[from], terms[to - 1]];
      if (first === undefined || last === undefined) throw new Error('an operator without operands');
      if (to - from === 1) return read(first);
      const middle = from + Math.ceil((to - from) / 2);
      const name = node.op === '&&' ? operator.and : operator.or;
      return { kind: 'call', start: first.start, end: last.end, name, args: [join(from, middle), join(middle, to)] };
    };
    terms.reverse();
    return join(0, terms.length);
  }

  /** cel-go takes pairs of a sign away, and a minus before a number is part of the number. */
  function readUnary(node: ASTNode & { op: '!_' | '-_' }): Expression {
    const { args: inner, start, end, op } = node;
    if (standIns.get(start) === 'optional') return read(inner);
    const adjacent = source.slice(start + 1, inner.start).trim() === '';
    if (inner.op === op && adjacent) return read(inner.args);
    if ((inner.op === '!_' || (inner.op === '-_' && inner.args.op !== 'value')) && adjacent)
      refuse('Signs of two kinds need parentheses between them.', node);
    if (op === '-_' && inner.op === 'value' && adjacent) {
      const number = negative(writtenLiteral(inner));
      if (number !== undefined) return { kind: 'literal', start, end, literal: checkedLiteral(number, node) };
    }
    return { kind: 'call', start, end, name: op, args: [read(inner)] };
  }

  function readArgument(node: ASTNode): Expression {
    if (standIns.get(node.start) === 'optional') refuse('Only an entry of a list or a map may be optional.', node);
    return read(node);
  }

  function readPair([key, value]: readonly [ASTNode, ASTNode]): MapExpression['entries'][number] {
    return { key: read(key), value: read(value), optional: standIns.get(key.start) === 'optional' };
  }

  /** cel-go keeps the dot in the name. */
  function writtenName(name: string, start: number): string {
    return standIns.get(start) === 'outermost' ? `.${name}` : name;
  }

  function writtenField(node: ASTNode & { op: '.' | '.?' }): string {
    return standIns.get(node.pos) === 'name' ? source.slice(node.pos + 1, node.end - 1) : node.args[1];
  }

  function writtenLiteral(node: ASTNode & { op: 'value' }): Literal {
    const standIn = standIns.get(node.start);
    if (standIn === 'fraction') return { type: 'double', value: Number(source.slice(node.start, node.end)) };
    const literal = readLiteral(node.args);
    if (standIn !== 'bytes' || literal.type !== 'string') return literal;
    return { type: 'bytes', value: new TextEncoder().encode(literal.value) };
  }

  function checkedLiteral(literal: Literal, at: Span): Literal {
    if (literal.type === 'int' && (literal.value > maxInt || literal.value < -maxInt - 1n))
      refuse('This number does not fit into 64 bits.', at);
    return literal;
  }

  function readEntry(node: ASTNode): { value: Expression; optional: boolean } {
    return { value: read(node), optional: standIns.get(node.start) === 'optional' };
  }

  function refuseTrailingComma(node: ASTNode): void {
    const arguments_ = source.slice(node.start, node.end - 1).trimEnd();
    if (arguments_.endsWith(',')) refuse('No comma may follow the last argument.', node);
  }

  function expand(call: Call): Expression {
    if (withoutMacros.includes(call.name) && call.target?.kind === 'identifier') {
      refuse(`There is no ${call.target.name}.${call.name}() here.`, call);
      return call;
    }
    const expanded = expandMacro(call);
    if (!('problem' in expanded)) return expanded;
    refuse(expanded.problem, expanded.at);
    return call;
  }

  return { expression: read(root), problems };
}

const isRelation = (node: ASTNode): node is BinaryNode => relations.has(node.op);

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
