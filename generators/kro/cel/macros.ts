import { type Call, type Comprehension, type Expression, type Literal, operator, type Span } from './expression.ts';

/** What is wrong with the arguments of a macro. */
export interface MacroProblem {
  readonly problem: string;
  readonly at: Span;
}

/** What a call stands for; undefined when it is an ordinary call after all. */
type Expand = (call: Call, args: readonly Expression[]) => Expression | MacroProblem | undefined;

/** Macros that are written `target.name(…)`, by name and number of arguments. Those of cel-go, its extensions and kro. */
const receiverMacros: Readonly<Record<string, Expand>> = {
  'all/2': overItems(1, all),
  'exists/2': overItems(1, exists),
  'exists_one/2': overItems(1, existsOne),
  'map/2': overItems(1, collect),
  'map/3': overItems(1, collect),
  'filter/2': overItems(1, keep),
  'all/3': overItems(2, all),
  'exists/3': overItems(2, exists),
  'existsOne/3': overItems(2, existsOne),
  'exists_one/3': overItems(2, existsOne),
  'transformList/3': overItems(2, collect),
  'transformList/4': overItems(2, collect),
  'transformMap/3': overItems(2, insertValue),
  'transformMap/4': overItems(2, insertValue),
  'transformMapEntry/3': overItems(2, insertEntry),
  'transformMapEntry/4': overItems(2, insertEntry),
  'sortBy/2': sortBy,
  'optMap/2': (call, [name, body]) => whenPresent(call, name, body, (mapped) => make(call, 'optional.of', [mapped])),
  'optFlatMap/2': (call, [name, body]) => whenPresent(call, name, body, (mapped) => mapped),
  'bind/3': bind,
  'newCondition/1': newCondition,
};

const accumulator = '@result';
const mapInsert = 'cel.@mapInsert';
const conditionKeys = ['type', 'status', 'reason', 'message'];

export function expandMacro(call: Call): Expression | MacroProblem {
  if (call.target === undefined) return call.name === 'has' && call.args.length === 1 ? has(call) : call;
  const key = `${call.name}/${call.args.length}`;
  const expand = Object.hasOwn(receiverMacros, key) ? receiverMacros[key] : undefined;
  return expand?.(call, call.args) ?? call;
}

function has(call: Call): Expression | MacroProblem {
  const [of] = call.args;
  if (of?.kind !== 'select') return { problem: 'has() asks for a field: has(a.b).', at: of ?? call };
  return { ...of, test: true, start: call.start, end: call.end };
}

interface Loop {
  readonly init: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** How a loop is made of the call, its variables and the arguments after them. */
type MakeLoop = (call: Call, names: readonly Expression[], rest: readonly Expression[]) => Loop;

function overItems(variables: 1 | 2, makeLoop: MakeLoop): Expand {
  return (call, args) => {
    const names = args.slice(0, variables);
    const texts: string[] = [];
    for (const name of names) {
      if (name.kind !== 'identifier') return { problem: 'This must be the name of a variable.', at: name };
      if (texts.includes(name.name)) return { problem: `The name "${name.name}" is given twice.`, at: name };
      if (name.name === '__result__') return { problem: 'CEL keeps the name "__result__" for itself.', at: name };
      texts.push(name.name);
    }
    const [first = '', second] = texts;
    const { init, condition, step, result } = makeLoop(call, names, args.slice(variables));
    const { start, end, at = call, target: range = call } = call;
    const loopVariables = second === undefined ? ([first] as const) : ([first, second] as const);
    return {
      kind: 'comprehension',
      start,
      end,
      at,
      range,
      variables: loopVariables,
      accumulator,
      init,
      condition,
      step,
      result,
    };
  };
}

function all(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return {
    init: literal(call, { type: 'bool', value: true }),
    condition: make(call, operator.notStrictlyFalse, [result(call)]),
    step: make(test, operator.and, [result(call), test]),
    result: result(call),
  };
}

function exists(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return {
    init: literal(call, { type: 'bool', value: false }),
    condition: make(call, operator.notStrictlyFalse, [make(call, operator.not, [result(call)])]),
    step: make(test, operator.or, [result(call), test]),
    result: result(call),
  };
}

function existsOne(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  const one = literal(call, { type: 'int', value: 1n });
  return {
    init: literal(call, { type: 'int', value: 0n }),
    condition: literal(call, { type: 'bool', value: true }),
    step: make(test, operator.conditional, [test, make(call, operator.add, [result(call), one]), result(call)]),
    result: make(call, operator.equals, [result(call), one]),
  };
}

function collect(call: Call, _names: readonly Expression[], rest: readonly Expression[]): Loop {
  return accumulate(call, listOf(call), rest, (value) =>
    make(value, operator.add, [result(call), listOf(value, value)]),
  );
}

function keep(call: Call, [name = call]: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return collect(call, [], [test, name]);
}

function insertValue(call: Call, [key = call]: readonly Expression[], rest: readonly Expression[]): Loop {
  return accumulate(call, emptyMap(call), rest, (value) => make(value, mapInsert, [result(call), key, value]));
}

function insertEntry(call: Call, _names: readonly Expression[], rest: readonly Expression[]): Loop {
  return accumulate(call, emptyMap(call), rest, (entry) => make(entry, mapInsert, [result(call), entry]));
}

/** `rest` is what to add, or a condition and what to add. */
function accumulate(
  call: Call,
  init: Expression,
  rest: readonly Expression[],
  add: (value: Expression) => Expression,
): Loop {
  const [test, value] = rest.length > 1 ? rest : [undefined, rest[0]];
  const step = add(value ?? call);
  return {
    init,
    condition: literal(call, { type: 'bool', value: true }),
    step: test === undefined ? step : make(test, operator.conditional, [test, step, result(call)]),
    result: result(call),
  };
}

function sortBy(call: Call, args: readonly Expression[]): Expression | MacroProblem | undefined {
  const { target } = call;
  if (target === undefined) return undefined;
  if (target.kind === 'literal' || target.kind === 'map') return { problem: 'Only a list can be sorted.', at: target };
  const input = identifier(call, '@__sortBy_input__');
  const keys = overItems(1, collect)({ ...call, target: input }, args);
  if (keys === undefined || 'problem' in keys) return keys;
  return letIn(call, input.name, target, { ...make(call, '@sortByAssociatedKeys', [keys]), target: input });
}

function bind(call: Call, [name, value, body]: readonly Expression[]): Expression | MacroProblem | undefined {
  if (call.target?.kind !== 'identifier' || call.target.name !== 'cel') return undefined;
  if (name === undefined || value === undefined || body === undefined) return undefined;
  if (name.kind !== 'identifier') return { problem: 'cel.bind() begins with the name of a variable.', at: name };
  return letIn(call, name.name, value, body);
}

function whenPresent(
  call: Call,
  name: Expression | undefined,
  body: Expression | undefined,
  wrap: (mapped: Expression) => Expression,
): Expression | MacroProblem | undefined {
  const { target } = call;
  if (name === undefined || body === undefined || target === undefined) return undefined;
  if (name.kind !== 'identifier') return { problem: `${call.name}() begins with the name of a variable.`, at: name };
  const subject = target.kind === 'identifier' ? target : identifier(target, '@target');
  const value = { ...make(call, 'value', []), target: subject };
  const mapped = make(call, operator.conditional, [
    { ...make(call, 'hasValue', []), target: subject },
    wrap(letIn(call, name.name, value, body)),
    make(call, 'optional.none', []),
  ]);
  return target.kind === 'identifier' ? mapped : letIn(call, '@target', target, mapped);
}

/** `body` with a name for `value`: a loop over nothing, whose accumulator is the name. */
function letIn(at: Expression, name: string, value: Expression, body: Expression): Comprehension {
  return {
    kind: 'comprehension',
    start: at.start,
    end: at.end,
    range: listOf(at),
    variables: ['#unused'],
    accumulator: name,
    init: value,
    condition: literal(at, { type: 'bool', value: false }),
    step: identifier(at, name),
    result: body,
  };
}

/** `runtime.newCondition({type: …})`: kro reads the keys as names, not as variables. */
function newCondition(call: Call, [given]: readonly Expression[]): Expression | MacroProblem | undefined {
  if (call.target?.kind !== 'identifier' || call.target.name !== 'runtime' || given === undefined) return undefined;
  if (given.kind !== 'map') return { problem: 'runtime.newCondition() takes a map: {type: …, status: …}.', at: given };
  const seen: string[] = [];
  for (const { key } of given.entries) {
    if (key.kind !== 'identifier')
      return { problem: 'A key of a condition is a plain name: type, status, reason or message.', at: key };
    if (!conditionKeys.includes(key.name))
      return { problem: `A condition has no "${key.name}": it has type, status, reason and message.`, at: key };
    if (seen.includes(key.name)) return { problem: `The key "${key.name}" is given twice.`, at: key };
    seen.push(key.name);
  }
  for (const key of ['type', 'status'])
    if (!seen.includes(key)) return { problem: `A condition needs the key "${key}".`, at: given };
  const entries = given.entries.map((entry) => ({ ...entry, key: nameAsText(entry.key) }));
  return { ...call, args: [{ ...given, entries }] };
}

function nameAsText(key: Expression): Expression {
  return key.kind === 'identifier' ? literal(key, { type: 'string', value: key.name }) : key;
}

const literal = ({ start, end }: Expression, value: Literal): Expression => ({
  kind: 'literal',
  start,
  end,
  literal: value,
});
const identifier = ({ start, end }: Expression, name: string) => ({ kind: 'identifier', start, end, name }) as const;
const result = (of: Expression) => identifier(of, accumulator);
const emptyMap = ({ start, end }: Expression): Expression => ({ kind: 'map', start, end, entries: [] });
const make = ({ start, end, at }: Expression, name: string, args: readonly Expression[]): Call => ({
  kind: 'call',
  start,
  end,
  at: at ?? { start, end },
  name,
  args,
});
const listOf = ({ start, end }: Expression, ...values: readonly Expression[]): Expression => ({
  kind: 'list',
  start,
  end,
  items: values.map((value) => ({ value, optional: false })),
});
