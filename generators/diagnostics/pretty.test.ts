import { expect, test } from 'vitest';
import type { Source } from '../source/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import { reportPretty } from './pretty.ts';

/** A problem at the first place of a text in a file. */
function problem(source: Source, marked: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = source.text.indexOf(marked);
  return {
    code: 'area/name',
    severity: 'error',
    message: 'It is "wrong".',
    at: { span: { source, start, end: start + marked.length } },
    notes: [],
    ...more,
  };
}

const source = (text: string, path = 'config/spokes/b.yaml'): Source => ({ path, text });
const plain = { color: false };

test('the file, the line with what is marked, second places, and one repair', () => {
  const b = source('environment: production\naccount: payments\nregion: us-west-2\nnetwork: {cidr: 10.0.128.0/17}\n');
  const a = source('network:\n  cidr: 10.0.0.0/16\n', 'config/spokes/a.yaml');
  const diagnostic = problem(b, '10.0.128.0/17', {
    code: 'network/cidr-overlap',
    message: '10.0.128.0/17 of spoke "b" overlaps 10.0.0.0/16 of spoke "a".',
    notes: [{ message: '"a" takes it here', at: { span: { source: a, start: 17, end: 28 } } }, { message: 'a fact' }],
    help: 'Give one of them a free range; 10.3.0.0/16 is free.',
  });
  expect(reportPretty([diagnostic], plain)).toBe(`\
error[network/cidr-overlap]: 10.0.128.0/17 of spoke "b" overlaps 10.0.0.0/16 of spoke "a".
  --> config/spokes/b.yaml:4:17
4 | network: {cidr: 10.0.128.0/17}
  |                 ^^^^^^^^^^^^^
  note: "a" takes it here: config/spokes/a.yaml:2:9
  note: a fact
  help: Give one of them a free range; 10.3.0.0/16 is free.

1 error
`);
});

test('problems are counted by severity', () => {
  const at = source('a: 1\n');
  const warning = problem(at, 'a', { severity: 'warning', message: 'Hm.' });
  const report = reportPretty([problem(at, '1'), problem(at, 'a'), warning], plain);
  expect(report.endsWith('\n\n2 errors, 1 warning\n')).toBe(true);
  expect(report).toContain('\n\nwarning[area/name]: Hm.\n');
  expect(reportPretty([warning], plain).endsWith('\n\n1 warning\n')).toBe(true);
  expect(reportPretty([], plain)).toBe('');
});

test('a problem without a place, or with a file as such, has no line', () => {
  const { at: _, ...nowhere } = problem(source('a'), 'a');
  expect(reportPretty([nowhere], plain)).toBe('error[area/name]: It is "wrong".\n\n1 error\n');
  const file = problem(source('', 'config/spokes/a.yml'), '');
  expect(reportPretty([file], plain)).toBe('error[area/name]: It is "wrong".\n  --> config/spokes/a.yml\n\n1 error\n');
});

test('a range over several lines is marked to the end of its first', () => {
  const text = 'a:\n  b: 1  \r\n  c: 2\r\n';
  expect(reportPretty([problem(source(text), 'b: 1  \r\n  c: 2')], plain)).toContain(`
2 |   b: 1  
  |   ^^^^
`);
});

test('an empty range has one caret, also behind the end', () => {
  const at = source('a: 1');
  const empty = problem(at, '', { at: { span: { source: at, start: 4, end: 4 } } });
  expect(reportPretty([empty], plain)).toContain('\n1 | a: 1\n  |     ^\n');
});

test('tabs, wide and combining characters do not shift the carets', () => {
  const carets = (text: string, marked: string) =>
    reportPretty([problem(source(text), marked)], plain)
      .split('\n')
      .slice(2, 4);
  expect(carets('\ta: x', 'x')).toEqual(['1 |     a: x', '  |        ^']);
  expect(carets('a: "日本" x', 'x')).toEqual(['1 | a: "日本" x', '  |           ^']);
  expect(carets('a: 日本', '日本')).toEqual(['1 | a: 日本', '  |    ^^^^']);
  expect(carets('e\u0301: 😀 x', 'x')).toEqual(['1 | e\u0301: 😀 x', '  |       ^']);
});

test('line numbers of several digits widen the margin', () => {
  const text = `${'#\n'.repeat(99)}a: x\n`;
  expect(reportPretty([problem(source(text), 'x')], plain)).toContain('\n100 | a: x\n    |    ^\n');
});

test('a long line is cut around what is marked', () => {
  const text = `values: {${'a'.repeat(200)}: 1, here: 2, ${'b'.repeat(200)}: 3}`;
  const [line = '', carets = ''] = reportPretty([problem(source(text), 'here')], { ...plain, width: 40 })
    .split('\n')
    .slice(2, 4);
  expect([line, carets]).toEqual(['1 | …aaaaaa: 1, here: 2, bbbbbbbbbbbbbb…', '  |             ^^^^']);
  expect(line).toHaveLength(40);
  const start = reportPretty([problem(source(text), 'values')], { ...plain, width: 20 })
    .split('\n')
    .slice(2, 4);
  expect(start).toEqual(['1 | values: {aaaaa…', '  | ^^^^^^']);
  const whole = reportPretty([problem(source(text), text)], { ...plain, width: 20 })
    .split('\n')
    .slice(2, 4);
  expect(whole).toEqual(['1 | values: {aaaaa…', '  | ^^^^^^^^^^^^^^']);
});

test('nothing of a hostile file reaches the terminal as a control sequence', () => {
  const evil = '\u001b[2J\u0007\u009b31m\u202e\u200b\r';
  const at = source(`a: "${evil}x"\n`, `config/${evil}.yaml`);
  const report = reportPretty(
    [problem(at, 'x', { message: `${evil}\nerror: fake`, help: evil, notes: [{ message: evil }] })],
    plain,
  );
  expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  expect(report).toContain('\\x1b[2J\\x07\\x9b31m\\u{202e}\\u{200b}\\x0d');
  expect(report.split('\n')[0]).toBe('error[area/name]: \\x1b[2J\\x07\\x9b31m\\u{202e}\\u{200b}\\x0d\\nerror: fake');
});

test('colours only where they are asked for', () => {
  const diagnostic = problem(source('a: x'), 'x', { help: 'Help.' });
  expect(reportPretty([diagnostic], plain)).not.toContain('\u001b');
  expect(reportPretty([diagnostic], { color: true })).toContain('\u001b[1;31merror[area/name]\u001b[0m');
  const uncolored = reportPretty([diagnostic], { color: true }).replace(/\p{Cc}\[[0-9;]*m/gu, '');
  expect(uncolored).toBe(reportPretty([diagnostic], plain));
});
