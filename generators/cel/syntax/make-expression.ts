import type { Call, Comprehension, Expression, Literal } from './expression.ts';

/** Parts of what a macro stands for; each says that it stands where the part of the macro does that it is made of. */
export const literal = ({ start, end }: Expression, value: Literal): Expression => ({
  kind: 'literal',
  start,
  end,
  literal: value,
});
export const identifier = ({ start, end }: Expression, name: string) =>
  ({ kind: 'identifier', start, end, name }) as const;
export const emptyMap = ({ start, end }: Expression): Expression => ({ kind: 'map', start, end, entries: [] });
export const make = ({ start, end, at }: Expression, name: string, args: readonly Expression[]): Call => ({
  kind: 'call',
  start,
  end,
  at: at ?? { start, end },
  name,
  args,
});
export const listOf = ({ start, end }: Expression, ...values: readonly Expression[]): Expression => ({
  kind: 'list',
  start,
  end,
  items: values.map((value) => ({ value, optional: false })),
});

/** `body` with a name for `value`: a loop over nothing, whose accumulator is the name. */
export function letIn(at: Expression, name: string, value: Expression, body: Expression): Comprehension {
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
