import { describe, expect, test } from 'vitest';
import { inspectExpression } from './inspect-expression.ts';

const paths = (source: string) => inspectExpression(source).references.map(({ path }) => path);

describe('the references of an expression', () => {
  test('go as far as fields are selected', () => {
    expect(paths('"a-" + vpc.status.vpcID + schema.spec.name')).toEqual(['vpc.status.vpcID', 'schema.spec.name']);
  });

  test('say where they stand', () => {
    const source = '"é😀" + vpc.status.id';
    const [{ start, end } = { start: 0, end: 0 }] = inspectExpression(source).references;
    expect(source.slice(start, end)).toBe('vpc');
  });

  test('leave out what a loop or cel.bind declares', () => {
    expect(paths('subnets.filter(s, s.zone == zone).map(t, t.id)')).toEqual(['subnets', 'zone']);
    expect(paths('cel.bind(name, vpc.name, name + other)')).toEqual(['vpc.name', 'other']);
    expect(paths('labels.transformList(k, v, k + v)')).toEqual(['labels']);
    expect(paths('a.sortBy(e, e.x)')).toEqual(['a']);
  });

  test('hold a name again after the loop that declares it', () => {
    expect(paths('list.map(item, item.x) + item.rest')).toEqual(['list', 'item.rest']);
  });

  test('hide the list behind a variable of the same name, as kro does', () => {
    expect(paths('items.map(items, items.x)')).toEqual([]);
  });

  test('do not take the name of a library for one', () => {
    expect(paths('lists.range(3) + hash.sha256(a)')).toEqual(['a']);
    expect(paths('lists.other(3)')).toEqual(['lists']);
  });

  test('go on through a call, as in kro', () => {
    expect(paths('a.find("x").y')).toEqual(['a.y']);
  });

  test('hold types, which kro does not know there', () => {
    expect(paths('type(a) == string')).toEqual(['a', 'string']);
  });
});

test('a function that nothing declares is known from its name alone, a method is not', () => {
  expect(inspectExpression('foo(a) + a.bar()').unknownFunctions).toEqual([{ name: 'foo', start: 0, end: 3 }]);
  expect(inspectExpression('has(a.b, c)').unknownFunctions.map(({ name }) => name)).toEqual(['has']);
});

test('every omit() is found', () => {
  expect(inspectExpression('a ? omit() : [omit()]').omits).toEqual([
    { start: 4, end: 10 },
    { start: 14, end: 20 },
  ]);
});

test('an expression that cannot be read gives its problem and nothing else', () => {
  const { problem, references } = inspectExpression('a.b(');
  expect([problem?.kind, problem?.start, references]).toEqual(['syntax', 4, []]);
});
