import { type Call, type Expression, operator, type Span } from './expression.ts';
import { emptyMap, identifier, listOf, literal, make } from './make-expression.ts';

/** What is wrong with the arguments of a macro. */
export interface MacroProblem {
  readonly problem: string;
  readonly at: Span;
}

/** What a call stands for; undefined when it is an ordinary call after all. */
export type Expand = (call: Call, args: readonly Expression[]) => Expression | MacroProblem | undefined;

const accumulator = '@result';
const mapInsert = 'cel.@mapInsert';

interface Loop {
  readonly init: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** How a loop is made of the call, its variables and the arguments after them. */
type MakeLoop = (call: Call, names: readonly Expression[], rest: readonly Expression[]) => Loop;

/** A macro that goes over a list or map, with the names of one or two variables first. */
export function overItems(variables: 1 | 2, makeLoop: MakeLoop): Expand {
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

export function all(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return {
    init: literal(call, { type: 'bool', value: true }),
    condition: make(call, operator.notStrictlyFalse, [result(call)]),
    step: make(test, operator.and, [result(call), test]),
    result: result(call),
  };
}

export function exists(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return {
    init: literal(call, { type: 'bool', value: false }),
    condition: make(call, operator.notStrictlyFalse, [make(call, operator.not, [result(call)])]),
    step: make(test, operator.or, [result(call), test]),
    result: result(call),
  };
}

export function existsOne(call: Call, _names: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  const one = literal(call, { type: 'int', value: 1n });
  return {
    init: literal(call, { type: 'int', value: 0n }),
    condition: literal(call, { type: 'bool', value: true }),
    step: make(test, operator.conditional, [test, make(call, operator.add, [result(call), one]), result(call)]),
    result: make(call, operator.equals, [result(call), one]),
  };
}

export function collect(call: Call, _names: readonly Expression[], rest: readonly Expression[]): Loop {
  return accumulate(call, listOf(call), rest, (value) =>
    make(value, operator.add, [result(call), listOf(value, value)]),
  );
}

export function keep(call: Call, [name = call]: readonly Expression[], [test = call]: readonly Expression[]): Loop {
  return collect(call, [], [test, name]);
}

export function insertValue(call: Call, [key = call]: readonly Expression[], rest: readonly Expression[]): Loop {
  return accumulate(call, emptyMap(call), rest, (value) => make(value, mapInsert, [result(call), key, value]));
}

export function insertEntry(call: Call, _names: readonly Expression[], rest: readonly Expression[]): Loop {
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

function result(of: Expression): Expression {
  return identifier(of, accumulator);
}
