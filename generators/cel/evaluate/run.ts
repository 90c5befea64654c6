import { type ForeignPatterns, foreignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { environment } from '../environment.ts';
import {
  type Call,
  type Comprehension,
  type Expression,
  type Literal,
  type MapExpression,
  operator,
} from '../syntax/expression.ts';
import { qualifiedName } from '../syntax/qualified-name.ts';
import { writtenText } from '../syntax/written-text.ts';
import { hasField, indexInto, indexOptional, isIn, selectField, selectOptional } from './access.ts';
import { arithmetic, negate } from './arithmetic.ts';
import { areEqual, compare } from './compare.ts';
import { textOf, unknownCall } from './describe-call.ts';
import { applyFunction } from './functions/implementations.ts';
import { lengthOf, mostSize, newSizeOf, type SizeOf } from './size-of.ts';
import {
  failure,
  isFailure,
  isList,
  isMap,
  isOptional,
  isUnknown,
  isUnsigned,
  type MapKey,
  typeName,
  unknown,
  unknownText,
  type Value,
} from './value.ts';

type Variables = (name: string) => Value;

/** Of all loops together. A graph of kro makes at most a thousand objects of a list; more rounds than these would only keep an editor waiting. */
const maxRounds = 20_000;
/** Characters and items that all calls together look at and give: as many as a list of 3,000 items takes, joined item by item. */
const mostWork = 20_000_000;

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '_<_': (order) => order < 0,
  '_<=_': (order) => order <= 0,
  '_>_': (order) => order > 0,
  '_>=_': (order) => order >= 0,
};

/** What expressions share that are evaluated together. */
interface Shared {
  readonly patterns?: ForeignPatterns | undefined;
  readonly sizeOf?: SizeOf;
}

/** The value of an expression; failures and unknown parts are values too. `source` is what the expression was read from. */
export function run(root: Expression, source: string, variables: Variables, shared: Shared = {}): Value {
  const { patterns = foreignPatterns(), sizeOf = newSizeOf() } = shared;
  let rounds = 0;
  let work = 0;
  return compute(root, variables);

  function compute(at: Expression, scope: Variables): Value {
    switch (at.kind) {
      case 'literal':
        return literalValue(at.literal);
      case 'identifier':
        return scope(at.name);
      case 'select': {
        const operand = compute(at.operand, scope);
        if (isFailure(operand)) return operand;
        return at.test ? hasField(operand, at.field) : selectField(operand, at.field);
      }
      case 'call':
        return withinSize(call(at, scope), at);
      case 'list':
        return withinSize(makeList(at.items, scope), at);
      case 'map':
        return withinSize(makeMap(at, scope), at);
      case 'comprehension':
        return withinSize(loop(at, scope), at);
    }
  }

  function call(at: Call, scope: Variables): Value {
    const [first = at, second = at, third = at] = at.args;
    switch (at.name) {
      case operator.and:
        return logic(first, second, false, scope);
      case operator.or:
        return logic(first, second, true, scope);
      case operator.conditional:
        return choose(compute(first, scope), second, third, scope);
      case operator.notStrictlyFalse:
        return compute(first, scope) !== false;
      case operator.optionalSelect: {
        const operand = compute(first, scope);
        return isFailure(operand) ? operand : selectOptional(operand, String(compute(second, scope)));
      }
      default:
        return at.target === undefined ? apply(at, at.name, at.args, scope) : callMethod(at, at.target, scope);
    }
  }

  function callMethod(at: Call, target: Expression, scope: Variables): Value {
    const qualified = `${qualifiedName(target)}.${at.name}`;
    if (environment.functions.has(qualified)) return apply(at, qualified, at.args, scope);
    const [other = at] = at.args;
    if (at.name !== 'or' && at.name !== 'orValue') return apply(at, at.name, [target, ...at.args], scope);
    const value = compute(target, scope);
    if (isUnknown(value)) return unknown(`${textOf(value)}.${at.name}(${text(other)})`);
    if (!isOptional(value)) return isFailure(value) ? value : failure(`${typeName(value)} is not optional`);
    if (value.value === undefined) return compute(other, scope);
    return at.name === 'or' ? value : value.value;
  }

  function apply(at: Call, name: string, args: readonly Expression[], scope: Variables): Value {
    const values: Value[] = [];
    for (const arg of args) {
      const value = compute(arg, scope);
      if (isFailure(value)) return value;
      values.push(value);
    }
    // Joining two lists does not look into what they hold.
    for (const value of values) work += name === '_+_' ? lengthOf(value) : sizeOf(value);
    if (work > mostWork) return unknown(text(at));
    const result = applyOperator(name, values) ?? applyFunction(name, values, patterns);
    return result ?? unknownCall(name, values, args !== at.args);
  }

  /** What is too large is not made: each call could double what it was given. */
  function withinSize(value: Value, at: Expression): Value {
    work += lengthOf(value);
    return sizeOf(value) > mostSize ? unknown(text(at)) : value;
  }

  function text(at: Expression): string {
    return writtenText(source, at);
  }

  /** `&&` ends at the first false and `||` at the first true, whatever stands on the other side. */
  function logic(left: Expression, right: Expression, decisive: boolean, scope: Variables): Value {
    const a = compute(left, scope);
    if (a === decisive) return a;
    const b = compute(right, scope);
    if (b === decisive) return b;
    if (isUnknown(a) || isUnknown(b))
      return isUnknown(a) && isUnknown(b)
        ? unknownCall(decisive ? '_||_' : '_&&_', [a, b], false)
        : isUnknown(a)
          ? a
          : b;
    for (const value of [a, b])
      if (typeof value !== 'boolean')
        return isFailure(value) ? value : failure(`${typeName(value)} is not true or false`);
    return !decisive;
  }

  function choose(condition: Value, yes: Expression, no: Expression, scope: Variables): Value {
    if (typeof condition === 'boolean') return compute(condition ? yes : no, scope);
    if (isUnknown(condition)) return unknown(`${textOf(condition)} ? ${text(yes)} : ${text(no)}`);
    return isFailure(condition) ? condition : failure(`${typeName(condition)} is not true or false`);
  }

  function makeList(items: readonly { value: Expression; optional: boolean }[], scope: Variables): Value {
    const values: Value[] = [];
    for (const item of items) {
      const value = unwrap(compute(item.value, scope), item.optional);
      if (isFailure(value)) return value;
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  function makeMap(at: MapExpression, scope: Variables): Value {
    const map = new Map<MapKey, Value>();
    for (const entry of at.entries) {
      const key = compute(entry.key, scope);
      if (isFailure(key)) return key;
      if (isUnknown(key)) return unknown(text(at));
      const value = unwrap(compute(entry.value, scope), entry.optional);
      if (isFailure(value)) return value;
      const plain = isUnsigned(key) ? key.value : key;
      if (typeof plain !== 'string' && typeof plain !== 'boolean' && typeof plain !== 'bigint')
        return failure(`${typeName(key)} cannot be a key`);
      if (value !== undefined) map.set(plain, value);
    }
    return map;
  }

  function loop(at: Comprehension, scope: Variables): Value {
    const range = compute(at.range, scope);
    if (isFailure(range)) return range;
    if (isUnknown(range)) return unknown(text(at));
    const steps = stepsOver(range, at.variables.length);
    if (steps === undefined) return failure(`${typeName(range)} is neither list nor map`);
    let accumulated = compute(at.init, scope);
    const inside: Variables = (name) => (name === at.accumulator ? accumulated : scope(name));
    for (const step of steps) {
      if (++rounds > maxRounds || work > mostWork) return unknown(text(at));
      const here: Variables = (name) => {
        const index = at.variables.indexOf(name);
        return index < 0 ? inside(name) : (step[index] ?? null);
      };
      if (compute(at.condition, here) === false) break;
      accumulated = compute(at.step, here);
    }
    if (isUnknown(accumulated) && steps.length > 0) return unknown(text(at));
    return compute(at.result, inside);
  }
}

function applyOperator(name: string, [left = null, right = null]: readonly Value[]): Value | undefined {
  const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
  if (order !== undefined) {
    if (isUnknown(left) || isUnknown(right)) return undefined;
    const compared = compare(left, right);
    return compared === undefined ? failure(`${typeName(left)} and ${typeName(right)} have no order`) : order(compared);
  }
  switch (name) {
    case operator.equals:
      return areEqual(left, right) ?? undefined;
    case '_!=_': {
      const equal = areEqual(left, right);
      return equal === undefined ? undefined : !equal;
    }
    case operator.in:
      return isUnknown(right) ? undefined : isIn(left, right);
    case operator.not:
      if (isUnknown(left)) return undefined;
      return typeof left === 'boolean' ? !left : failure(`${typeName(left)} is not true or false`);
    case operator.negate:
      return isUnknown(left) ? undefined : negate(left);
    case operator.index:
      return isUnknown(right) || (isUnknown(left) && !left.known) ? undefined : indexInto(left, right);
    case operator.optionalIndex:
      return isUnknown(left) || isUnknown(right) ? undefined : indexOptional(left, right);
    default:
      return calculate(name, left, right);
  }
}

function calculate(name: string, left: Value, right: Value): Value | undefined {
  const operate = Object.hasOwn(arithmetic, name) ? arithmetic[name] : undefined;
  if (operate === undefined) return undefined;
  if (isUnknown(left) || isUnknown(right)) return name === operator.add ? joinText(left, right) : undefined;
  return operate(left, right) ?? failure(`"${name.slice(1, -1)}" takes no ${typeName(left)} and ${typeName(right)}`);
}

/** A text goes on being shown around what is unknown in it. */
function joinText(left: Value, right: Value): Value | undefined {
  const isText = (value: Value) => typeof value === 'string' || (isUnknown(value) && !/^‹[^‹›]*›$/.test(value.text));
  if (!isText(left) && !isText(right)) return undefined;
  const [a, b] = [left, right].map((value) => (isUnknown(value) ? value.text : value));
  return typeof a === 'string' && typeof b === 'string' ? unknownText(a + b) : undefined;
}

function literalValue(literal: Literal): Value {
  if (literal.type === 'null') return null;
  return literal.type === 'uint' ? { is: 'uint', value: literal.value } : literal.value;
}

/** The value of an entry; undefined for an optional one without a value. */
function unwrap(value: Value, isOptionalEntry: boolean): Value | undefined {
  if (!isOptionalEntry || isFailure(value) || isUnknown(value)) return value;
  return isOptional(value) ? value.value : failure(`${typeName(value)} is not optional`);
}

/** What the variables of a loop are in each round. */
function stepsOver(range: Value, variables: number): readonly (readonly Value[])[] | undefined {
  if (isList(range)) return range.map((item, index) => (variables === 2 ? [BigInt(index), item] : [item]));
  return isMap(range) ? [...range] : undefined;
}
