import { describe, expect, test } from 'vitest';
import { basicsValues } from '../verdicts/basics-values.ts';
import { librariesValues } from '../verdicts/libraries-values.ts';
import { textsValues } from '../verdicts/texts-values.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { isOmittedValue, isUnknownValue, unknownValue } from './plain-value.ts';

const a = {
  name: 'web',
  n: 3,
  d: 1.5,
  list: ['a', 'b', 'c'],
  map: { x: '1', y: '2' },
  nil: null,
  empty: {},
  deep: { a: { b: 1 }, l: [1] },
  'my-field': 'q',
  long: 'x'.repeat(200),
};
const vpc = { metadata: { name: 'main' }, status: unknownValue('vpc.status') };

/** A line of a table: an expression, `=>`, and its value as JSON, `error` or `missing`. */
function resultOf(source: string): string {
  const evaluation = evaluateExpression({ source, variables: { a } });
  if ('problem' in evaluation) return evaluation.problem.message;
  if (evaluation.error !== undefined) return evaluation.missing ? 'missing' : 'error';
  return JSON.stringify(evaluation.value);
}

/** The text of a value that is unknown, else the value. */
function shown(source: string, variables: Readonly<Record<string, unknown>> = { a, vpc }): unknown {
  const evaluation = evaluateExpression({ source, variables });
  if ('problem' in evaluation || evaluation.error !== undefined) return evaluation;
  return isUnknownValue(evaluation.value) ? evaluation.value.text : evaluation.value;
}

describe('an expression gives what it gives in kro', () => {
  test.for(Object.entries({ basicsValues, textsValues, librariesValues }))('%s', ([, table]) => {
    const lines = table.split('\n').filter((line) => line !== '');
    const sources = lines.map((line) => line.slice(0, line.lastIndexOf(' => ')));
    expect(sources.map((source) => `${source} => ${resultOf(source)}`)).toEqual(lines);
  });
});

describe('a value that nobody knows yet', () => {
  test('says where it comes from, however far it is followed', () => {
    expect(shown('vpc.status.vpcID')).toBe('‹vpc.status.vpcID›');
    expect(shown('vpc.status.subnets[0].id')).toBe('‹vpc.status.subnets[0].id›');
  });

  test('leaves what stands beside it as it is', () => {
    expect(shown('vpc.metadata.name + "-subnet"')).toBe('main-subnet');
  });

  test('shows within a text', () => {
    expect(shown('"arn:aws:iam::" + vpc.status.account + ":role/" + a.name')).toBe(
      'arn:aws:iam::‹vpc.status.account›:role/web',
    );
    expect(shown('"%s/%d".format([vpc.status.id, a.n])')).toBe('‹vpc.status.id›/3');
    expect(shown('[a.name, vpc.status.id].join("-")')).toBe('web-‹vpc.status.id›');
    expect(shown('json.marshal({"id": vpc.status.id, "n": 1})')).toBe('{"id":"‹vpc.status.id›","n":1}');
    expect(shown('"id " + string(vpc.status.number)')).toBe('id ‹vpc.status.number›');
  });

  test('is the whole of what a function makes of it, with the arguments that are known', () => {
    expect(shown('vpc.status.id.lowerAscii().substring(0, a.n)')).toBe('‹vpc.status.id.lowerAscii().substring(0, 3)›');
    expect(shown('size(vpc.status.subnets) > a.n')).toBe('‹size(vpc.status.subnets) > 3›');
    expect(shown('!vpc.status.ready')).toBe('‹!vpc.status.ready›');
    expect(shown('vpc.status.?id.orValue("none")')).toBe('‹vpc.status.?id.orValue("none")›');
    expect(shown('has(vpc.status.id)')).toBe('‹has(vpc.status.id)›');
  });

  test('does not matter where the other side decides', () => {
    expect(shown('vpc.status.ready || a.n == 3')).toBe(true);
    expect(shown('a.n == 4 && vpc.status.ready')).toBe(false);
    expect(shown('a.n == 3 && vpc.status.ready')).toBe('‹vpc.status.ready›');
    expect(shown('a.n == 3 ? "yes" : vpc.status.id')).toBe('yes');
  });

  test('keeps its parentheses where it is shown as it is written', () => {
    expect(shown('( (vpc.status.subnets + [")"])).map(s, (s.id))')).toBe(
      '‹( (vpc.status.subnets + [")"])).map(s, (s.id))›',
    );
    expect(shown('vpc.status.ready ? a.n + (a.n * (a.n)) : (a.n)')).toBe(
      '‹vpc.status.ready ? a.n + (a.n * (a.n)) : a.n›',
    );
  });

  test('makes a condition unknown, and whatever the condition chooses', () => {
    expect(shown('vpc.status.ready ? "yes" : a.name')).toBe('‹vpc.status.ready ? "yes" : a.name›');
  });

  test('makes a loop over it unknown', () => {
    expect(shown('vpc.status.subnets.map(s, s.id)')).toBe('‹vpc.status.subnets.map(s, s.id)›');
    expect(shown('a.list.filter(x, x == vpc.status.id)')).toBe('‹a.list.filter(x, x == vpc.status.id)›');
  });

  test('stays where it is in a list or a map', () => {
    expect(shown('[a.name, vpc.status.id].size()')).toBe(2);
    expect(shown('{"id": vpc.status.id, "name": a.name}.name')).toBe('web');
    expect(shown('[{"id": vpc.status.id}, {"id": "x"}].map(s, s.id)[1]')).toBe('x');
  });

  test('makes a map unknown when it is a key', () => {
    expect(shown('{vpc.status.id: 1}["x"]')).toBe('‹{vpc.status.id: 1}["x"]›');
  });

  test('is neither equal nor different, unless something else differs', () => {
    expect(shown('[vpc.status.id, "a"] == ["x", "b"]')).toBe(false);
    expect(shown('[vpc.status.id, "a"] == ["x", "a"]')).toBe('‹["‹vpc.status.id›","a"] == ["x","a"]›');
    expect(shown('"a" in [vpc.status.id, "a"]')).toBe(true);
  });

  test('makes one true item enough for exists, and one false item for all', () => {
    expect(shown('[vpc.status.id, "a"].exists(x, x == "a")')).toBe(true);
    expect(shown('[vpc.status.id, "a"].all(x, x == "b")')).toBe(false);
  });
});

describe('an evaluation', () => {
  test('tells a field that is not there from a mistake', () => {
    expect(shown('a.nothing')).toEqual({ error: 'no such key: nothing', missing: true });
    expect(shown('1 / 0')).toEqual({ error: 'division by zero', missing: false });
  });

  test('leaves out what omit() stands for', () => {
    expect(shown('{"a": omit(), "b": [1, omit()]}')).toEqual({ b: [1] });
    expect(isOmittedValue(shown('a.n > 5 ? a.n : omit()'))).toBe(true);
  });

  test('gives the condition that is made', () => {
    expect(shown('runtime.newCondition({type: "Ready", status: a.n > 2 ? "True" : "False"})')).toEqual({
      type: 'Ready',
      status: 'True',
    });
  });

  test('knows types by their names', () => {
    expect(shown('type(a.n) == int && type(a.name) == string && type(a.list) != map')).toBe(true);
  });

  test('refuses a condition with a status that is none', () => {
    expect(shown('runtime.newCondition({type: "A", status: "Yes"})')).toMatchObject({ missing: false });
  });

  test('gives the text of a function that is not computed here', () => {
    expect(shown('timestamp(0).getHours("Europe/Berlin")')).toBe('‹"1970-01-01T00:00:00Z".getHours("Europe/Berlin")›');
  });

  test('ends, however often a loop would go round', () => {
    const source = 'lists.range(1000).map(a, lists.range(1000).map(b, a * b).sum()).sum()';
    expect(shown(source)).toBe(`‹${source.slice(0, -6)}.sum()›`);
  });

  test.each([
    ['text', `"a"${'.replace("a", "aaaaaaaaaa")'.repeat(30)}`],
    ['text of texts', `["a"]${'.map(x, [x, x].join("-"))'.repeat(60)}`],
    ['JSON of JSON', `${'json.marshal('.repeat(60)}"<"${')'.repeat(60)}`],
    ['lists of lists', `[1]${'.map(x, [x, x])'.repeat(60)}`],
    ['maps of maps', `[1]${'.map(x, {"a": x, "b": x})'.repeat(60)}`],
    ['digits', '"%.2000f".format([1.5])'],
    ['distinct items', 'lists.range(100000).distinct()'],
    ['work', `lists.range(20000).all(x, "${'a'.repeat(50_000)}".reverse().size() > 0)`],
  ])('does not make too much %s', (_what, source) => {
    const text = JSON.stringify(shown(source));
    expect(text).toContain('‹');
    expect(text.length).toBeLessThan(1_100_000);
  });

  test('shows a short text of what nobody knows, however often it is put into another', () => {
    const text = shown('[?vpc.?spec.?name]\n'.repeat(160));
    expect(JSON.stringify(text).length).toBeLessThan(4_000);
  });

  test('of what cannot be read gives the problem', () => {
    expect(shown('a.b(')).toMatchObject({ problem: { kind: 'syntax' } });
  });

  test('takes data that looks like its own values for data', () => {
    const x = { is: 'unknown', text: 'mine', also: { is: 'omitted' } };
    expect(shown('x', { x })).toEqual(x);
    expect(shown('x.text + "!"', { x })).toBe('mine!');
  });
});
