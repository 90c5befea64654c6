import { describe, expect, test } from 'vitest';
import { formatType } from '../types/cel-type.ts';
import { fields } from '../verdicts/fields.ts';
import { functions } from '../verdicts/functions.ts';
import { macros } from '../verdicts/macros.ts';
import { operators } from '../verdicts/operators.ts';
import { sampleVariables } from '../verdicts/sample-variables.ts';
import { syntax } from '../verdicts/syntax.ts';
import { checkExpression } from './check-expression.ts';

const check = (source: string) => checkExpression({ source, variables: sampleVariables });

/** A line of a table: an expression, `=>`, and its type, or `no:` and the kinds of its problems. */
function verdictOn(source: string): string {
  const { type, problems } = check(source);
  return type ? formatType(type) : `no: ${[...new Set(problems.map(({ kind }) => kind))].join(', ')}`;
}

describe('an expression has the type that kro gives it, or is refused where kro refuses it', () => {
  test.for(Object.entries({ fields, operators, macros, functions, syntax }))('%s', ([, table]) => {
    const lines = table.split('\n').filter((line) => line !== '');
    const sources = lines.map((line) => line.slice(0, line.lastIndexOf(' => ')));
    expect(sources.map((source) => `${source} => ${verdictOn(source)}`)).toEqual(lines);
  });
});

describe('a problem', () => {
  const problem = (source: string) => {
    const [{ message, start, end } = { message: '', start: 0, end: 0 }] = check(source).problems;
    return [source.slice(start, end), message];
  };

  test('points at the field that is not there, and names the nearest', () => {
    expect(problem('"a" + schema.spec.nmae')).toEqual([
      'nmae',
      'schema.spec has no field "nmae". Did you mean "name"?',
    ]);
  });

  test('counts places in UTF-16 units', () => {
    expect(problem('"😀" + schema.spec.nmae')[0]).toBe('nmae');
  });

  test('points at the method, not at all that it is called on', () => {
    expect(problem('schema.spec.replicas.lowerAscii()')).toEqual([
      'lowerAscii',
      'There is no int.lowerAscii(); there is string.lowerAscii(): string.',
    ]);
  });

  test('tells how to make a text of a number', () => {
    expect(problem('"web-" + schema.spec.replicas')[1]).toBe(
      '"+" takes no string and int; string(…) makes a text of it.',
    );
  });

  test('tells how to get at a value that may be absent, once', () => {
    const { problems } = check('"web-" + schema.spec.?name + "-" + string(schema.spec.replicas)');
    expect(problems.map(({ message }) => message)).toEqual([
      '"+" takes no string and optional(string); orValue(…) gives the value, or another one if it is absent.',
    ]);
  });

  test('is found wherever there is one, not only first', () => {
    expect(check('schema.spec.a1 + schema.spec.a2').problems).toHaveLength(2);
  });

  test('of an argument makes no second one of the call', () => {
    expect(check('size(schema.spec.nmae)').problems).toHaveLength(1);
  });

  test('of a macro is told in its words', () => {
    expect(problem('schema.spec.names.filter(n, n)')).toEqual(['n', 'This must be true or false, and is string.']);
    expect(problem('schema.spec.names.transformMapEntry(i, n, n)')[1]).toBe(
      'This must be a map of one entry, and is string.',
    );
    expect(problem('schema.spec.names.sortBy(n, [n])')[1]).toBe('list(string) cannot be sorted by list(list(string)).');
    expect(check('schema.spec.name.optMap(n, n)').problems).toHaveLength(1);
  });

  test('of a condition tells which part is wrong', () => {
    expect(problem('schema.spec.name ? 1 : 2')[1]).toBe('This must be true or false, and is string.');
    expect(problem('schema.spec.enabled ? 1 : "a"')[1]).toBe(
      'Both branches of a condition must be of one type, and these are int and string.',
    );
  });

  test('offers the variables of a loop, and none that a macro makes', () => {
    expect(problem('schema.spec.names.map(name, nmae)')[1]).toBe('There is no "nmae" here. Did you mean "name"?');
    expect(problem('[1].map(i, qqqqqqqqqq)')[1]).toBe(
      'There is no "qqqqqqqqqq" here. Known: "i", "schema", "deployment", "vpcs".',
    );
  });

  test('names a variable that is nearly right', () => {
    expect(problem('deploymnt.spec')).toEqual([
      'deploymnt',
      'There is no "deploymnt" here. Did you mean "deployment"?',
    ]);
  });
});

test('the name of a type is a value', () => {
  expect(verdictOn('type(schema.spec.port) == int')).toBe('bool');
  expect(verdictOn('string')).toBe('type(string)');
});

test('a field of an object keeps its escapes in backticks', () => {
  expect(check('schema.spec.`my-field`').problems).toHaveLength(1);
  expect(check('schema.spec.my__dash__field').problems).toEqual([]);
});

describe('a pattern and its values', () => {
  test.for<[string, string | undefined]>([
    ['"%s-%d".format([schema.spec.name, schema.spec.replicas])', undefined],
    ['"%d %%".format([schema.spec.name])', '"%d" takes int, uint, double, and no string.'],
    ['"%s".format([])', 'There is no value for "%s", the 1. of the pattern.'],
    ['"%s".format(["a", "b"])', 'The pattern takes 1 of the 2 values.'],
    ['"%q".format(["a"])', '"%q" is no verb of format().'],
    ['"%".format(["a"])', '"%" is no verb of format().'],
    ['"%.2f".format([schema.spec.port])', undefined],
    [
      '"%s".format([[1, {"a": schema.spec}]])',
      '"%s" takes int, uint, double, bool, string, timestamp, bytes, duration, type, null, list, map, and no schema.spec.',
    ],
    ['"%d".format(schema.spec.names)', undefined],
    ['schema.spec.name.format([1])', undefined],
    ['schema.spec.names.map(n, "%d".format([n]))', '"%d" takes int, uint, double, and no string.'],
  ])('%s', ([source, message]) => {
    expect(check(source).problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
  });
});

test('a field is named in backticks where its name is no name of CEL', () => {
  const { type } = check('schema.metadata.labels.`app.kubernetes.io/name`');
  expect(type && formatType(type)).toBe('string');
});
