import { didYouMean } from '../../util/did-you-mean.ts';
import { type Environment, environment as kroEnvironment } from '../environment.ts';
import type { Overload } from '../functions/signature.ts';
import type { CelProblem, ProblemKind } from '../problem.ts';
import { reservedWords } from '../syntax/escape-field.ts';
import {
  type Call,
  type Comprehension,
  type Expression,
  type Literal,
  operator,
  type Span,
} from '../syntax/expression.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { qualifiedName } from '../syntax/qualified-name.ts';
import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  dynType,
  errorType,
  formatType,
  intType,
  listOf,
  mapOf,
  nullType,
  optionalOf,
  stringType,
  uintType,
} from '../types/cel-type.ts';
import { instantiate } from '../types/instantiate.ts';
import { sameType } from '../types/same-type.ts';
import { createSubstitution, isEqualOrLessSpecific, type Substitution } from '../types/substitution.ts';
import { checkFormat } from './check-format.ts';
import type { Checked, PartsRecorder, ToCheck } from './checked.ts';
import { describeField } from './describe-field.ts';
import { describeMisuse } from './describe-misuse.ts';

const literalTypes: Readonly<Record<Literal['type'], CelType>> = {
  null: nullType,
  bool: boolType,
  int: intType,
  uint: uintType,
  double: doubleType,
  string: stringType,
  bytes: bytesType,
};

const orderings = new Set(['_<_', '_<=_', '_>_', '_>=_']);
const isNumber = (type: CelType) => [intType, uintType, doubleType].some((number) => sameType(number, type));

/** A null or bytes between brackets, written out: no program can be made of it. cel-go, interpreter/attributes.go, newQualifier. */
function isPlainlyUnindexable({ name, args: [, index] }: Call): boolean {
  if (name !== operator.index && name !== operator.optionalIndex) return false;
  return index?.kind === 'literal' && (index.literal.type === 'null' || index.literal.type === 'bytes');
}

/** The type of an expression in kro's environment, or everything that cel-go's checker would refuse in it. */
export function checkExpression({ source, variables }: ToCheck): Checked {
  const { expression, problem } = parseExpression(source);
  return expression === undefined ? { problems: [problem] } : checkParsed(expression, variables);
}

/** The same for an expression that has been read already. After cel-go's checker/checker.go. */
export function checkParsed(
  root: Expression,
  variables: ReadonlyMap<string, CelType>,
  environment: Environment = kroEnvironment,
  record?: PartsRecorder,
): Checked {
  const problems: CelProblem[] = [];
  const substitution: Substitution = createSubstitution();
  /** Variables of the loops around the expression at hand, innermost last. */
  const scopes: [name: string, type: CelType][] = [];
  let parameters = 0;
  /** cel-go forgets with the first loop that they are not to be ordered: enterScope and exitScope in its checker/env.go. */
  let numbersInOrder = false;

  function refuse(kind: ProblemKind, message: string, { start, end }: Span): CelType {
    // A macro may ask twice for what one word of it lacks.
    const known = problems.at(-1);
    if (known?.start !== start || known.end !== end) problems.push({ kind, message, start, end });
    return errorType;
  }

  const newParameter = (): CelType => ({ kind: 'parameter', name: `#${parameters++}` });

  function check(at: Expression): CelType {
    const type = typeOf(at);
    record?.type(at, type);
    return type;
  }

  function typeOf(at: Expression): CelType {
    switch (at.kind) {
      case 'literal':
        return literalTypes[at.literal.type];
      case 'identifier':
        return typeOfName(at.name, at);
      case 'select': {
        const type = select(at.operand, at.field, false, at.at ?? at);
        return at.test ? boolType : substitution.apply(type);
      }
      case 'call':
        return checkCall(at);
      case 'list':
        return listOf(typeOfItems(at.items));
      case 'map':
        return checkMap(at.entries);
      case 'comprehension':
        return checkComprehension(at);
    }
  }

  function typeOfName(name: string, at: Span): CelType {
    const local = scopes.findLast(([declared]) => declared === name);
    const type = local?.[1] ?? variables.get(name) ?? environment.variables.get(name);
    if (type !== undefined) return type;
    const inLoops = scopes.map(([declared]) => declared).filter((declared) => /^\w/.test(declared));
    const known = [...inLoops.toReversed(), ...variables.keys()];
    return refuse('undeclared-reference', `There is no "${name}" here.${didYouMean(name, known)}`, at);
  }

  function select(operand: Expression, field: string, optional: boolean, at: Span): CelType {
    const whole = substitution.apply(check(operand));
    const from = whole.kind === 'optional' ? whole.value : whole;
    const type = typeOfField(from, field, at);
    return whole.kind === 'optional' || optional ? optionalOf(type) : type;
  }

  function typeOfField(from: CelType, field: string, at: Span): CelType {
    switch (from.kind) {
      case 'map':
        return from.value;
      case 'struct': {
        const { fields } = from;
        const found = fields?.get(field) ?? (reservedWords.has(field) ? fields?.get(`__${field}__`) : undefined);
        if (found !== undefined) return found;
        if (fields?.open) return dynType;
        return refuse('undefined-field', describeField(from, field), at);
      }
      case 'parameter':
        substitution.assign([dynType], [from]);
        return dynType;
      case 'dyn':
      case 'error':
        return dynType;
      default:
        refuse('no-fields', `${formatType(from)} has no fields, so no "${field}".`, at);
        return dynType;
    }
  }

  function checkCall(call: Call): CelType {
    const { name, target, args } = call;
    if (name === operator.optionalSelect) {
      const [operand = call, field] = args;
      const text = field?.kind === 'literal' && field.literal.type === 'string' ? field.literal.value : '';
      return substitution.apply(select(operand, text, true, call.at ?? call));
    }
    const types = args.map(check);
    if (target === undefined) return resolve(call, name, types, false);
    const namespaced = `${qualifiedName(target)}.${name}`;
    if (environment.functions.has(namespaced)) return resolve(call, namespaced, types, false);
    const receiver = check(target);
    const type = resolve(call, name, [receiver, ...types], true);
    if (name === 'format') refuseFormat(call, target);
    return type;
  }

  function refuseFormat(call: Call, target: Expression): void {
    const [list] = call.args;
    if (target.kind !== 'literal' || target.literal.type !== 'string' || list?.kind !== 'list') return;
    const items = list.items.map(({ value }) => value);
    const problem = checkFormat(target.literal.value, items, (item) => substitution.close(check(item)));
    if (problem !== undefined) refuse('type-mismatch', problem.message, problem.at ?? target);
  }

  function refuseFunction(call: Call): CelType {
    const { name, target, at = call } = call;
    const known = [...environment.functions.keys()].filter((known) => /^[a-z][\w.]*$/i.test(known));
    const what = target === undefined ? 'function' : 'method';
    return refuse('unknown-function', `There is no ${what} "${name}".${didYouMean(name, known)}`, at);
  }

  function resolve(call: Call, name: string, types: readonly CelType[], method: boolean): CelType {
    const known = environment.functions.get(name);
    if (known === undefined) return refuseFunction(call);
    if (name === operator.and || name === operator.or) {
      record?.call(call, { name, overloads: known, method });
      return checkLogic(call, types);
    }
    const overloads: Overload[] = [];
    let result: CelType | undefined;
    for (const overload of known) {
      if (overload.method !== method || overload.args.length !== types.length) continue;
      const instance = overload.generic ? instantiate(overload, newParameter) : overload;
      if (!substitution.assign(types, instance.args)) continue;
      overloads.push(overload);
      const type = substitution.apply(instance.result);
      if (result === undefined) result = type;
      else if (result.kind !== 'dyn' && !sameType(type, result)) result = dynType;
    }
    record?.call(call, { name, overloads, method });
    if (result !== undefined && !isPlainlyUnindexable(call)) return result;
    const closed = types.map(substitution.close);
    if (numbersInOrder && orderings.has(name) && closed.every(isNumber)) return boolType;
    // What was refused within the arguments would be told again.
    if (problems.length > 0 && closed.some(({ kind }) => kind === 'error')) return errorType;
    return refuse('no-matching-overload', describeMisuse(call.name, closed, known, method), call.at ?? call);
  }

  function checkLogic({ args }: Call, types: readonly CelType[]): CelType {
    const wrong = types.findIndex((type) => !substitution.assign([type], [boolType]));
    const at = args[wrong];
    if (at === undefined) return boolType;
    const type = formatType(substitution.close(types[wrong] ?? errorType));
    return refuse('type-mismatch', `This must be true or false, and is ${type}.`, at);
  }

  function typeOfEntry(value: Expression, optional: boolean): CelType {
    const type = check(value);
    if (!optional) return type;
    if (type.kind === 'optional') return type.value;
    if (type.kind !== 'dyn')
      refuse('type-mismatch', `After "?" there must be an optional value, and this is ${formatType(type)}.`, value);
    return type;
  }

  function typeOfItems(items: readonly { value: Expression; optional: boolean }[]): CelType {
    let type: CelType | undefined;
    for (const { value, optional } of items) type = joinTwo(type, typeOfEntry(value, optional));
    return type ?? newParameter();
  }

  function checkMap(entries: readonly { key: Expression; value: Expression; optional: boolean }[]): CelType {
    let key: CelType | undefined;
    let value: CelType | undefined;
    for (const entry of entries) {
      key = joinTwo(key, check(entry.key));
      value = joinTwo(value, typeOfEntry(entry.value, entry.optional));
    }
    return mapOf(key ?? newParameter(), value ?? newParameter());
  }

  /** One type for all items: that of the first, as far as the others agree, else dyn. */
  function joinTwo(before: CelType | undefined, now: CelType): CelType {
    if (before === undefined) return now;
    if (!substitution.assign([before], [now])) return dynType;
    return isEqualOrLessSpecific(before, now) ? before : now;
  }

  function checkComprehension(loop: Comprehension): CelType {
    const range = substitution.apply(check(loop.range));
    const init = check(loop.init);
    numbersInOrder = true;
    scopes.push([loop.accumulator, init]);
    const depth = scopes.length;
    const types = variablesOver(range, loop);
    for (const [index, name] of loop.variables.entries()) scopes.push([name, types[index] ?? errorType]);
    demand(loop.condition, boolType);
    demand(loop.step, init);
    scopes.length = depth;
    const result = check(loop.result);
    scopes.length = depth - 1;
    return substitution.apply(result);
  }

  function variablesOver(range: CelType, loop: Comprehension): readonly CelType[] {
    const both = loop.variables.length === 2;
    switch (range.kind) {
      case 'list':
        return both ? [intType, range.element] : [range.element];
      case 'map':
        return [range.key, range.value];
      case 'dyn':
      case 'error':
      case 'parameter':
        substitution.assign([dynType], [range]);
        return [dynType, dynType];
      default:
        refuse('not-iterable', `This must be a list or a map, and is ${formatType(range)}.`, loop.range);
        return [errorType, errorType];
    }
  }

  function demand(at: Expression, expected: CelType): void {
    const type = check(at);
    if (substitution.assign([expected], [type])) return;
    const [is, must] = [type, expected].map((each) => formatType(substitution.close(each)));
    refuse('type-mismatch', `This must be ${must}, and is ${is}.`, at);
  }

  const type = substitution.close(check(root));
  record?.done(substitution.close);
  return problems.length > 0 ? { problems } : { type, problems };
}
