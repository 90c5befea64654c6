import { describe, expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

function read(source: string): Expression {
  const { expression, problem } = parseExpression(source);
  if (expression === undefined) throw new Error(problem.message);
  return expression;
}

/** The part of the source that a problem points at, and what it says. */
function problemIn(source: string): [string, string] | undefined {
  const { problem } = parseExpression(source);
  return problem && [source.slice(problem.start, problem.end), problem.message];
}

describe('what the parser lacks is read all the same', () => {
  test('an optional entry of a list or a map', () => {
    const list = read('[a, ?b.c ? d : e, !f]');
    expect(list.kind === 'list' && list.items.map(({ optional, value }) => [optional, value.kind])).toEqual([
      [false, 'identifier'],
      [true, 'call'],
      [false, 'call'],
    ]);
    const map = read('{?"a": b, "c": d}');
    expect(map.kind === 'map' && map.entries.map(({ optional }) => optional)).toEqual([true, false]);
  });

  test('a question mark within a text or a comment is none', () => {
    const list = read('["{?a", \'[?b\', """,?""" // [?\n]');
    expect(list.kind === 'list' && list.items.map(({ value }) => value.kind === 'literal' && value.literal)).toEqual([
      { type: 'string', value: '{?a' },
      { type: 'string', value: '[?b' },
      { type: 'string', value: ',?' },
    ]);
  });

  test('an optional index stays one', () => {
    expect(read('[[1][?0], a]')).toMatchObject({ items: [{ optional: false, value: { name: '_[?_]' } }, {}] });
  });

  test('a field in backticks, at its place', () => {
    expect(read('a.`b-c/d.e`.f')).toMatchObject({
      operand: { field: 'b-c/d.e', at: { start: 2, end: 11 } },
      field: 'f',
    });
  });

  test('a fraction without a whole', () => {
    expect(read('x + .5')).toMatchObject({ args: [{}, { literal: { type: 'double', value: 0.5 } }] });
  });

  test('a name of the outermost scope', () => {
    expect(read('[.a.b, c.d]')).toMatchObject({ items: [{ value: { operand: { name: '.a' } } }, {}] });
    expect(read('a\n  .b')).toMatchObject({ kind: 'select', field: 'b' });
  });

  test('raw bytes', () => {
    const value = Uint8Array.from([0x5c, 0x64]);
    expect(read('br"\\d"')).toMatchObject({ literal: { type: 'bytes', value } });
  });
});

describe('signs', () => {
  test('are part of a number', () => {
    expect(read('-9223372036854775808')).toMatchObject({ literal: { type: 'int', value: -(2n ** 63n) } });
  });

  test('fall away in pairs, as in cel-go', () => {
    expect(read('!!a')).toMatchObject({ kind: 'identifier', name: 'a' });
    expect(read('!(!a)')).toMatchObject({ name: '!_', args: [{ name: '!_' }] });
  });
});

test('a long chain of && or || is no deep one', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) => `a${index}`).join(' && ');
  expect(read(chain)).toMatchObject({ name: '_&&_', start: 0, end: chain.length });
  expect(read('a || b || c')).toMatchObject({ args: [{ name: '_||_', start: 0, end: 6 }, { name: 'c' }] });
});

test('a text that does not end is refused at once', () => {
  expect(parseExpression(`[?a, """${'\\'.repeat(5000)}`).problem?.kind).toBe('syntax');
});

test('an expression that is nested too deeply is refused', () => {
  const sum = (terms: number) => Array.from({ length: terms }, () => '1').join(' + ');
  expect(parseExpression(sum(251)).problem).toBeUndefined();
  for (const source of [sum(252), '-'.repeat(90_000), '1'.repeat(100_001), `${'['.repeat(300)}${']'.repeat(300)}`])
    expect(parseExpression(source).problem?.kind).toBe('syntax');
});

describe('a problem', () => {
  test.for<[string, string, string]>([
    ['a.b(', '', 'CEL expects a value here, and finds the end.'],
    ['(a', '', 'CEL expects ")" here, and finds the end.'],
    ['a b', 'b', 'CEL cannot read on at "b".'],
    ['-!a', '-!a', 'Signs of two kinds need parentheses between them.'],
    ['a..b', '.', 'CEL expects a name here, and finds ".".'],
    ['a`b`', '`', 'CEL cannot read on at "`".'],
    ['f(a,)', 'f(a,)', 'No comma may follow the last argument.'],
    ['f(b, ?a)', '?a', 'Only an entry of a list or a map may be optional.'],
    ['9223372036854775808', '9223372036854775808', 'This number does not fit into 64 bits.'],
    ['a ? b ? c : d : e', 'b ? c : d', 'A condition within the first branch of another needs parentheses.'],
    ['a.transformMap(i, i, a)', 'i', 'The name "i" is given twice.'],
    ['a.optMap(b.c, d)', 'b.c', 'optMap() begins with the name of a variable.'],
    ['has(a)', 'a', 'has() asks for a field: has(a.b).'],
    ['"a".sortBy(x, x)', '"a"', 'Only a list can be sorted.'],
    ['runtime.newCondition({type: a})', '{type: a}', 'A condition needs the key "status".'],
    ['runtime.newCondition({kind: a})', 'kind', 'A condition has no "kind": it has type, status, reason and message.'],
  ])('of %s is told where it stands', ([source, at, message]) => {
    expect(problemIn(source)).toEqual([at, message]);
  });
});
