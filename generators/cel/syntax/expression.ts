/** Half-open, in UTF-16 units of the source. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Literal =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int' | 'uint'; readonly value: bigint }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

/** An expression with its macros expanded, in the seven forms that cel-go has: https://github.com/google/cel-spec/blob/master/proto/cel/expr/syntax.proto */
export type Expression =
  | LiteralExpression
  | Identifier
  | Select
  | Call
  | ListExpression
  | MapExpression
  | Comprehension;

interface Node extends Span {
  /** The part to point at when something is wrong with it, if not the whole: the name of a field or function. */
  readonly at?: Span;
}

export interface LiteralExpression extends Node {
  readonly kind: 'literal';
  readonly literal: Literal;
}

export interface Identifier extends Node {
  readonly kind: 'identifier';
  readonly name: string;
}

export interface Select extends Node {
  readonly kind: 'select';
  readonly operand: Expression;
  readonly field: string;
  /** `has(operand.field)`. */
  readonly test: boolean;
}

export interface Call extends Node {
  readonly kind: 'call';
  /** Operators are functions, named as in cel-go: `_+_`. */
  readonly name: string;
  readonly target?: Expression;
  readonly args: readonly Expression[];
}

export interface ListExpression extends Node {
  readonly kind: 'list';
  readonly items: readonly { readonly value: Expression; readonly optional: boolean }[];
}

export interface MapExpression extends Node {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Expression; readonly value: Expression; readonly optional: boolean }[];
}

/** `accumulator = init; for (variables of range) if (condition) accumulator = step; result` */
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly range: Expression;
  /** The item, or the index or key and the item. */
  readonly variables: readonly [string] | readonly [string, string];
  readonly accumulator: string;
  readonly init: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

export const operator = {
  add: '_+_',
  and: '_&&_',
  conditional: '_?_:_',
  equals: '_==_',
  in: '@in',
  index: '_[_]',
  negate: '-_',
  not: '!_',
  notStrictlyFalse: '@not_strictly_false',
  optionalIndex: '_[?_]',
  optionalSelect: '_?._',
  or: '_||_',
} as const;
