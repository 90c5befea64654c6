import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../source/source.ts';
import { positionAt } from '../../source/source.ts';
import { parseYaml } from './parse-yaml.ts';

const parse = (text: string) => parseYaml({ path: 'config/spokes/a.yaml', text });

function place(span: Span | undefined): string {
  if (span === undefined) return 'nowhere';
  const { line, column } = positionAt(span.source, span.start);
  return `${line}:${column} ${JSON.stringify(span.source.text.slice(span.start, span.end))}`;
}

/** Code and place of each problem in a line, its message in the next. */
function told(text: string): string[] {
  return parse(text).diagnostics.flatMap(({ code, at, message }) => [`${code} ${place(at?.span)}`, message]);
}

const first = (text: string): Diagnostic => parse(text).diagnostics[0] as Diagnostic;

describe('a file without problems', () => {
  test.each([
    ['a: 1\nb: [x, "y", true, null, 1.5]\n', { a: 1, b: ['x', 'y', true, null, 1.5] }],
    ['a:\n- x\n- k: 1\n  l: 2\nb:\n', { a: ['x', { k: 1, l: 2 }], b: null }],
    ['a: yes\nb: on\nc: 12:30\nd: 0x1F\ne: -0\n', { a: 'yes', b: 'on', c: '12:30', d: 31, e: 0 }],
    ['a: |\n  x\n   y\nb: >-\n  x\n  y\n', { a: 'x\n y\n', b: 'x y' }],
    ['---\na: 1\n...\n# end\n', { a: 1 }],
    ['\ufeffa: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
    ['a: !!str 1\n"<<": x\n', { a: '1', '<<': 'x' }],
    ['constructor: 1\ntoString: 2\n', { constructor: 1, toString: 2 }],
  ])('%j', (text, value) => {
    expect(parse(text)).toEqual({ value, diagnostics: [] });
  });

  test('may repeat a value by an alias, as a copy', () => {
    const { value, diagnostics } = parse('a: &x {k: [1]}\nb: *x\nc: &x 2\nd: *x\n');
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({ a: { k: [1] }, b: { k: [1] }, c: 2, d: 2 });
    const { a, b } = value as { a: object; b: object };
    expect(a).not.toBe(b);
  });
});

describe('a syntax error is told in plain language where it is repaired', () => {
  test.each([
    [
      'a:\n\tb: 1\n\tc: 2\n',
      'yaml/tab-indentation 2:1 "\\t"',
      'A tab is used for indentation here, and on one more line.',
    ],
    ['a: {\n\tb: 1}\n', 'yaml/tab-indentation 2:1 "\\t"', 'A tab is used for indentation here.'],
    ['a: |\n  x\n\ty\n', 'yaml/tab-indentation 3:1 "\\t"', 'A tab is used for indentation here.'],
    ['a: {b: 1\nc: 2\n', 'yaml/syntax 1:4 "{"', 'This "{" is not closed by a "}".'],
    ['a: [1}\n', 'yaml/syntax 1:4 "["', 'This "[" is not closed by a "]".'],
    ['a: "x\nb: 1\n', 'yaml/syntax 1:4 "\\""', 'This double quote is never closed.'],
    ["a: 'x\n", 'yaml/syntax 1:4 "\'"', 'This single quote is never closed.'],
    ['a: 1\nb\nc: 2\n', 'yaml/syntax 2:1 "b"', 'Expected "key: value", found "b".'],
    ['a:1\nb: 2\n', 'yaml/syntax 1:2 ":"', 'A space is missing after this colon.'],
    ['a: {b:1}\n', 'yaml/syntax 1:6 ":"', 'A space is missing after this colon.'],
    [
      'a:\n  b: 1\n c: 2\n',
      'yaml/syntax 3:2 "c: 2"',
      'This line is indented differently from those that it belongs to.',
    ],
    [
      'a: 1\n  b: 2\n',
      'yaml/syntax 2:3 "b: 2"',
      'This line is indented as if it belonged to the key above, which has a value already.',
    ],
    ['a: b: c\n', 'yaml/syntax 1:4 "b: c"', 'There are two keys on this line.'],
    ['a: {b: 1 c: 2}\n', 'yaml/syntax 1:8 "1 c: 2}"', 'A comma is missing between these items.'],
    ['a: [{b: 1} {c: 2}]\n', 'yaml/syntax 1:12 "{"', 'A comma is missing before this.'],
    ['a: [1,, 2]\n', 'yaml/syntax 1:7 ","', 'Did not expect "," here.'],
    ['a: [\n  - b\n]\n', 'yaml/syntax 2:3 "-"', 'A list with dashes cannot stand within brackets or braces.'],
    ['a: @x\n', 'yaml/syntax 1:4 "@"', 'A value cannot begin with "@" unless it is in quotes.'],
    ['a: "\\q"\n', 'yaml/syntax 1:5 "\\\\"', '"\\q" is no escape sequence.'],
    ['a: "b"#c\n', 'yaml/syntax 1:7 "#c"', 'A comment needs a space before its "#".'],
    ["a: 'it's'\n", 'yaml/syntax 1:8 "s\'"', 'Did not expect "s\'" here.'],
  ])('%j', (text, where, message) => {
    expect(told(text)).toEqual([where, message]);
  });

  test('with the place where a bracket should have been closed', () => {
    const { notes } = first('a: [1, 2\nb: 3\n');
    expect(notes.map((note) => [note.message, place(note.at?.span)])).toEqual([
      ['It should be closed before this', '2:1 "b: 3"'],
    ]);
  });

  test('at the right place in files with Windows line ends and characters beyond the first plane', () => {
    expect(told('a: 1\r\nb:\r\n  c: {d: 1\r\n')[0]).toBe('yaml/syntax 3:6 "{"');
    expect(told('a: "😀😀" y\n')[0]).toBe('yaml/syntax 1:9 "y"');
  });
});

describe('what YAML allows and configuration does not', () => {
  test.each([
    ['', 'yaml/empty-file 1:1 ""', 'The file is empty.'],
    ['# only this\n', 'yaml/empty-file 1:1 ""', 'The file is empty.'],
    ['---\n', 'yaml/empty-file 1:1 ""', 'The file is empty.'],
    ['a: 1\n---\nb: 2\n', 'yaml/several-documents 2:1 "---"', 'A second document begins here; a file holds one.'],
    ['a: 1\n...\nb: 2\n', 'yaml/several-documents 3:1 "b"', 'A second document begins here; a file holds one.'],
    [
      '%YAML 1.1\n---\na: yes\n',
      'yaml/directive 1:1 "%YAML 1.1"',
      'The directive "%YAML 1.1" is not supported: every file is read as YAML 1.2.',
    ],
    ['a: !!binary aGk=\n', 'yaml/tag 1:4 "!!binary"', 'The tag "!!binary" is not supported.'],
    ['a: !x {b: 1}\n', 'yaml/tag 1:4 "!x"', 'The tag "!x" is not supported.'],
    [
      'a: *.example.com\n',
      'yaml/unknown-alias 1:4 "*.example.com"',
      'Nothing is marked as "&.example.com" before this alias.',
    ],
    ['a: &x [*x]\n', 'yaml/alias-loop 1:8 "*x"', 'The alias "*x" stands within what it repeats.'],
    [
      'a: &x {b: 1}\nc: {<<: *x}\n',
      'yaml/merge-key 2:5 "<<"',
      'Merge keys (`<<`) are not supported: they are no part of YAML 1.2.',
    ],
    ['80: a\n', 'yaml/key-not-text 1:1 "80"', 'A key must be a text, found the number 80.'],
    [': a\n', 'yaml/key-not-text 1:1 ":"', 'A key must be a text, found null.'],
    ['a: {{ x }}\n', 'yaml/key-not-text 1:5 "{ x }"', 'A key must be a text, found a list, a map or an alias.'],
    ['__proto__: {a: 1}\n', 'yaml/reserved-key 1:1 "__proto__"', 'The key "__proto__" is not allowed.'],
    [
      'id: 012345678901\n',
      'yaml/unsafe-number 1:5 "012345678901"',
      'The number 012345678901 would lose its leading zero.',
    ],
    [
      'a: 12345678901234567890\n',
      'yaml/unsafe-number 1:4 "12345678901234567890"',
      'The number 12345678901234567890 is too large to be exact.',
    ],
    ['a: .inf\n', 'yaml/unsafe-number 1:4 ".inf"', '.inf is no number that can be written out.'],
    ['a: b\u202ec\n', 'yaml/invisible-character 1:5 "\u202e"', 'The file holds the invisible character U+202E.'],
    ['a: \u0000\n', 'yaml/invisible-character 1:4 "\\u0000"', 'The file holds the invisible character U+0000.'],
  ])('%j', (text, where, message) => {
    expect(told(text)).toEqual([where, message]);
  });

  test('a duplicate key is told with the place of the first, which counts', () => {
    const { value, diagnostics } = parse('a: 1\nb: 2\na: 3\n');
    expect(value).toEqual({ a: 1, b: 2 });
    expect(diagnostics.map(({ code, at }) => [code, place(at?.span)])).toEqual([['yaml/duplicate-key', '3:1 "a"']]);
    expect(place(diagnostics[0]?.notes[0]?.at?.span)).toBe('1:1 "a"');
  });

  test('deep nesting is told at the same place however deep it goes', () => {
    const expected = ['yaml/too-deep 1:68 "["', 'Nested deeper than 64 levels.'];
    expect(told(`a: ${'['.repeat(70)}${']'.repeat(70)}\n`)).toEqual(expected);
    expect(told(`a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)).toEqual(expected);
    expect(told(`a: ${'['.repeat(5000)}`)).toEqual(expected);
    expect(told(`${'- '.repeat(5000)}x\n`)).toEqual(['yaml/too-deep 1:131 "-"', 'Nested deeper than 64 levels.']);
  });

  test('a file of very many values', () => {
    const { value, diagnostics } = parse(`a: [${'1,'.repeat(30_000)}]\n`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['yaml/too-many-values', 'The file holds more than 20000 values.'],
    ]);
  });

  test('an alias bomb is refused before it goes off', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const bomb = [...'bcdefghi'].map((name, i) => level(name, `*${'abcdefgh'[i]}`)).join('');
    expect(told(level('a', 'x') + bomb)).toEqual([
      'yaml/alias-bomb 4:8 "*c"',
      'The aliases of this file stand for more than 1000 values.',
    ]);
  });

  test('several problems are told in one run', () => {
    const codes = parse('a: 010\na: 1\n7: x\n').diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['yaml/unsafe-number', 'yaml/duplicate-key', 'yaml/key-not-text']);
  });
});
