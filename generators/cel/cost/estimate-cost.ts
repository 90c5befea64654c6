import type { CheckedParts } from '../check/checked.ts';
import {
  type Call,
  type Comprehension,
  type Expression,
  type ListExpression,
  type Literal,
  type MapExpression,
  operator,
} from '../syntax/expression.ts';
import type { CelType } from '../types/cel-type.ts';
import { callCost } from './call-cost.ts';
import type { Argument, CallCost, CalledFunction } from './called-function.ts';
import { append, type FieldPath, namesOn, noPath, pathTo } from './field-path.ts';
import { anySize, joinSizes, newList, newMap, plus, type Size, sized, sumOf, times } from './size.ts';

export interface CostInput extends CheckedParts {
  readonly expression: Expression;
  /** The size of what lies on a path from a variable, over names of fields, `@items`, `@keys` and `@values`. */
  readonly sizeOf: (path: readonly string[]) => Size | undefined;
}

/** Of the keys and values of a list or map that the expression makes. */
interface EntrySize {
  readonly of: 'list' | 'map';
  readonly key: Size;
  readonly value: Size;
}

interface Local {
  readonly name: string;
  readonly path: FieldPath;
  readonly size: Size | undefined;
  readonly entries: EntrySize | undefined;
}

const scalars: readonly CelType['kind'][] = ['bool', 'double', 'duration', 'int', 'timestamp', 'uint'];
const isScalar = (type: CelType): boolean =>
  type.kind === 'optional' ? isScalar(type.value) : scalars.includes(type.kind);

/**
 * The most that an expression can cost, in the units of Kubernetes, before anything is known of the values but their bounds.
 * After cel-go's checker/cost.go; only its upper ends are counted, as only they decide.
 */
export function estimateCost({ expression, typeOf, callOf, sizeOf }: CostInput): number {
  const paths = new Map<Expression, FieldPath>();
  const sizes = new Map<Expression, Size>();
  const entrySizes = new Map<Expression, EntrySize>();
  /** Innermost last. */
  const locals: Local[] = [];
  const localOf = (name: string) => locals.findLast((local) => local.name === name);

  function cost(at: Expression): number {
    switch (at.kind) {
      case 'literal':
        return 0;
      case 'identifier':
        paths.set(at, localOf(at.name)?.path ?? pathTo(at.name));
        return 1;
      case 'select': {
        const before = cost(at.operand);
        if (at.test) return before;
        paths.set(at, append(pathOf(at.operand), at.field));
        return ['map', 'struct', 'parameter'].includes(typeOf(at.operand).kind) ? plus(before, 1) : before;
      }
      case 'call':
        return call(at);
      case 'list':
        return list(at);
      case 'map':
        return map(at);
      case 'comprehension':
        return isLet(at) ? letIn(at) : loop(at);
    }
  }

  function call(at: Call): number {
    const [first] = at.args;
    if (at.name === 'dyn' && at.target === undefined && first !== undefined) {
      const before = cost(first);
      copySizes(at, first);
      return plus(before, 1);
    }
    if (at.name === operator.optionalSelect) return plus(sumOf(at.args.map(cost)), 1);
    const resolved = callOf(at);
    if (resolved === undefined) return 0;
    const argCosts: number[] = [];
    const args: Argument[] = [];
    for (const arg of at.args) {
      argCosts.push(cost(arg));
      args.push(argument(arg));
    }
    const before = resolved.method && at.target ? cost(at.target) : 0;
    const target = resolved.method && at.target ? argument(at.target) : undefined;
    let most = 0;
    let size: Size | undefined;
    for (const overload of resolved.overloads) {
      const found = costOf(at, { name: resolved.name, overload, target, args }, argCosts);
      most = Math.max(most, found.cost);
      if (found.size !== undefined) size = size === undefined ? found.size : joinSizes(size, found.size);
      if (resolved.name === operator.index && first !== undefined) {
        size = entriesOf(first)?.value;
        paths.set(at, append(pathOf(first), overload.args[0]?.kind === 'list' ? '@items' : '@values'));
      }
      size ??= computeSize(at);
    }
    if (size !== undefined) sizes.set(at, size);
    return plus(before, most);
  }

  function costOf(at: Call, called: CalledFunction, argCosts: readonly number[]): CallCost {
    const [condition = 0, yes = 0, no = 0] = argCosts;
    const [, chosen, other] = called.args;
    if (called.name === operator.conditional && chosen && other) {
      setEntries(at, joinEntries(entriesOf(chosen.expression), entriesOf(other.expression)));
      return { cost: plus(condition, Math.max(yes, no)), size: joinSizes(chosen.size, other.size) };
    }
    if (called.name === operator.and || called.name === operator.or) return { cost: sumOf(argCosts) };
    if (called.name === operator.add) {
      const [left, right] = at.args.map(entriesOf);
      setEntries(at, joinEntries(left, right));
    }
    const found = callCost(called);
    return { ...found, cost: plus(found.cost, sumOf(argCosts)) };
  }

  function list(at: ListExpression): number {
    const items = at.items.map(({ value }) => ({ cost: cost(value), size: sizeOrAny(value) }));
    entrySizes.set(at, { of: 'list', key: sized(1), value: boundsOf(items.map(({ size }) => size)) });
    return plus(sumOf(items.map((item) => item.cost)), newList);
  }

  function map(at: MapExpression): number {
    const entries = at.entries.map(({ key, value }) => {
      const costs = plus(cost(key), cost(value));
      return { costs, key: sizeOrAny(key), value: sizeOrAny(value) };
    });
    const [key, value] = [entries.map((entry) => entry.key), entries.map((entry) => entry.value)].map(boundsOf);
    if (key && value) entrySizes.set(at, { of: 'map', key, value });
    return plus(sumOf(entries.map(({ costs }) => costs)), newMap);
  }

  function letIn(at: Comprehension): number {
    const before = plus(cost(at.range), cost(at.init));
    pushAccumulator(at);
    const after = cost(at.result);
    locals.pop();
    copySizes(at, at.result);
    return plus(before, after);
  }

  function loop(at: Comprehension): number {
    const before = plus(cost(at.range), cost(at.init));
    pushAccumulator(at);
    const entries = entriesOf(at.range);
    const isList = (entries?.of ?? typeOf(at.range).kind) === 'list';
    const range = pathOf(at.range);
    const keys = () => ({ path: append(range, isList ? '@indices' : '@keys'), size: entries?.key, entries: undefined });
    const values = () => ({
      path: append(range, isList ? '@items' : '@values'),
      size: entries?.value,
      entries: undefined,
    });
    const [first, second] = at.variables;
    if (second === undefined) locals.push({ name: first, ...(isList ? values() : keys()) });
    else locals.push({ name: first, ...keys() }, { name: second, ...values() });
    const each = plus(cost(at.condition), cost(at.step));
    locals.length -= at.variables.length;
    const after = cost(at.result);
    locals.pop();
    const rounds = sizeOrAny(at.range);
    if (at.init.kind === 'literal') setSize(at, computeSize(at.init));
    else if (at.init.kind === 'list' || at.init.kind === 'map') {
      setSize(at, rounds);
      setEntries(at, entriesOf(at.step));
    }
    return sumOf([before, after, times(rounds.max, each)]);
  }

  function pushAccumulator({ accumulator, init }: Comprehension): void {
    locals.push({ name: accumulator, path: pathOf(init), size: computeSize(init), entries: entriesOf(init) });
  }

  function argument(expression: Expression): Argument {
    const type = typeOf(expression);
    const path = pathOf(expression);
    const itemSize = (path.length > 0 && type.kind === 'list' && sizeOf([...namesOn(path), '@items'])) || anySize;
    return { expression, type, size: sizeOrAny(expression), itemSize };
  }

  function pathOf(at: Expression): FieldPath {
    const local = at.kind === 'identifier' ? localOf(at.name) : undefined;
    return local?.path ?? paths.get(at) ?? noPath;
  }

  function computeSize(at: Expression): Size | undefined {
    const known = sizes.get(at) ?? writtenSize(at);
    if (known !== undefined) return known;
    const path = pathOf(at);
    const found = path.length === 0 ? undefined : sizeOf(namesOn(path));
    if (found !== undefined) {
      sizes.set(at, found);
      return found;
    }
    if (isScalar(typeOf(at))) return sized(1);
    return at.kind === 'identifier' ? localOf(at.name)?.size : undefined;
  }

  function sizeOrAny(at: Expression): Size {
    return computeSize(at) ?? anySize;
  }

  function entriesOf(at: Expression): EntrySize | undefined {
    return entrySizes.get(at) ?? (at.kind === 'identifier' ? localOf(at.name)?.entries : undefined);
  }

  function setSize(at: Expression, size: Size | undefined): void {
    if (size !== undefined) sizes.set(at, size);
  }

  function setEntries(at: Expression, entries: EntrySize | undefined): void {
    if (entries !== undefined) entrySizes.set(at, entries);
  }

  function copySizes(to: Expression, from: Expression): void {
    setSize(to, computeSize(from));
    setEntries(to, entriesOf(from));
  }

  return cost(expression);
}

function joinEntries(a: EntrySize | undefined, b: EntrySize | undefined): EntrySize | undefined {
  return a && b && { of: a.of, key: joinSizes(a.key, b.key), value: joinSizes(a.value, b.value) };
}

function boundsOf(parts: readonly Size[]): Size {
  const [first = sized(0), ...others] = parts;
  return others.reduce(joinSizes, first);
}

/** The loop over nothing that stands for a variable. */
function isLet({ range, condition }: Comprehension): boolean {
  const isNothing = range.kind === 'list' && range.items.length === 0;
  const isNever = condition.kind === 'literal' && condition.literal.type === 'bool' && !condition.literal.value;
  return isNothing && isNever;
}

/** Of what is written out. */
function writtenSize(at: Expression): Size | undefined {
  if (at.kind === 'literal') return sized(literalSize(at.literal));
  if (at.kind === 'list') return sized(at.items.length);
  return at.kind === 'map' ? sized(at.entries.length) : undefined;
}

function literalSize(literal: Literal): number {
  if (literal.type === 'string') return [...literal.value].length;
  return literal.type === 'bytes' ? literal.value.length : 1;
}
