import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';

const read = (text: string) => readYaml({ path: 'a.yaml', text });

test('a text is read as kubectl reads it: YAML 1.1 without dates and sexagesimal numbers', () => {
  expect(
    read('{a: yes, b: 010, c: 2026-01-01, d: 1:30, e: ~, f: 1.0, g: "no", h: 1e3, i: 0o12, j: -0X1F, k: 1e999}').value,
  ).toEqual({
    a: true,
    b: 8,
    c: '2026-01-01',
    d: '1:30',
    e: null,
    f: 1,
    g: 'no',
    h: 1000,
    i: 10,
    j: -31,
    k: '1e999',
  });
});

test('a comment may follow a bracket at once', () => {
  expect(read('a: []#text\n').value).toEqual({ a: [] });
});

test.each(['a: {<<: text}', 'a: {<<: }', 'a: {<<: [{b: 1}, text]}'])('nothing but maps can be merged: %s', (text) => {
  expect(readYaml({ path: 'graph.yaml', text }).problems).toMatchObject([
    { code: 'kro/yaml', message: 'What "<<" merges must be a map, or a list of maps.' },
  ]);
});

test('merge keys and aliases are copies', () => {
  expect(read('a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}\nc: [*a]\n').value).toEqual({
    a: { x: 1, z: 2 },
    b: { x: 1, z: 3 },
    c: [{ x: 1, z: 2 }],
  });
});

test('a key that is a word for true or false is told of, and keeps what YAML makes of it', () => {
  const { value, problems } = read('on: 1\n');
  expect(value).toEqual({ true: 1 });
  expect(problems).toEqual([
    { code: 'kro/key-not-text', message: 'YAML reads the key "on" as true; put it in quotes.', start: 0, end: 2 },
  ]);
});

test.each(['', '# nothing\n', '---\n---\n'])('%j is nothing, and no problem', (text) => {
  expect(read(text)).toMatchObject({ value: null, problems: [] });
});

test('the first document counts', () => {
  expect(read('# first\n---\na: 1\n---\nb: 1\n').value).toEqual({ a: 1 });
});

test.each([
  ['a: [', 'This "[" is not closed by a "]".'],
  [`${'['.repeat(200)}${']'.repeat(200)}`, 'Values are nested deeper than 100 levels.'],
  ['a: &a [*a]', 'The alias "a" leads nowhere.'],
  ['{[1]: 2}', 'A key must be text.'],
  ['a: .inf', 'JSON has no number ".inf".'],
])('%s is none', (text, message) => {
  const { value, problems } = read(text);
  expect(value).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['kro/yaml']);
  expect(problems[0]?.message).toMatch(message);
});

test('an expression without quotes is told of where YAML reads it as something else', () => {
  const [ternary] = read('a:\n  b: ${c ? d : e}\n').problems;
  expect(ternary).toMatchObject({ message: 'There are two keys on this line.', help: expect.stringMatching(/quotes/) });
  const [twoKeys] = read('a: b: c\n').problems;
  expect(twoKeys?.help).not.toContain('expression');
});

test('aliases of aliases are told of before they fill the memory', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  expect(read(lines.join('\n')).problems.map(({ message }) => message)).toEqual(['The file holds too many values.']);
});

test('an alias repeats the anchor that stands last before it', () => {
  expect(
    readYaml({ path: 'a.yaml', text: 'a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &y {f: &x 3, g: *x}\nh: *y\n' }).value,
  ).toEqual({
    a: 1,
    b: 1,
    c: 2,
    d: 2,
    e: { f: 3, g: 3 },
    h: { f: 3, g: 3 },
  });
});

test.each([
  [
    'values',
    `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
  ],
  ['words and marks', `[${','.repeat(300_000)}`],
  ['levels', '['.repeat(300_000)],
  // A text in quotes goes over the end of a line, on which a map within a map goes on.
  ['levels', `a: ${"'b 'a: 'b 'a: 'b '\n c: ".repeat(2_000)}`],
])('too many %s are told of', (much, text) => {
  const { problems } = readYaml({ path: 'a.yaml', text });
  expect(problems.map(({ message }) => message).join()).toContain(much);
});
