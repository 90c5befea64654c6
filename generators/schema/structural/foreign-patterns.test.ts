import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rgds } from '../../rgds/registry.ts';
import { renderRgd } from '../../rgds/render-rgd.ts';
import { limits } from '../../util/limits.ts';
import { foreignPatterns } from './foreign-patterns.ts';
import { patternProblem } from './pattern-problem.ts';
import { patternSize } from './pattern-size.ts';
import { ownPattern } from './text-pattern.ts';

test.each([
  ['^a$', 'a', 'ab'],
  ['(?i)^a$', 'A', 'b'],
  ['\\Aa\\z', 'a', 'ba'],
  ['^[[:alpha:]]+$', 'aZ', 'a1'],
  ['^(?P<x>a)$', 'a', 'b'],
  ['^\\p{L}+$', 'ä', '1'],
  ['^[\\w\\-]+$', 'a-b', 'a.b'],
  ['^\\Qa.b\\E$', 'a.b', 'axb'],
  ['^[^\\x{1F600}]$', '😁', '😀'],
  // In this language `$` and `\s` take more.
  ['^a\\s$', 'a ', 'a\u00a0'],
  ['(?m)^b$', 'a\nb', 'a\r\nb\r'],
])('%s matches %s and not %s', (source, good, bad) => {
  const pattern = foreignPatterns()(source);
  expect([pattern.source, pattern.test(good), pattern.test(bad)]).toEqual([source, true, false]);
});

test.each(['^(?=a)', '(a)\\1', 'a{1001}', '(?<=a)b', '('])('%s is none of Go, so nothing is said', (source) => {
  expect(foreignPatterns()(source).test('a')).toBeUndefined();
});

test.each(['^(a+)+$', '^(a|a)*$', '^(a?){40}a{40}$', '(.*a){20}$'])('%s takes no time', (source) => {
  expect(foreignPatterns()(source).test(`${'a'.repeat(5000)}!`)).toBeTypeOf('boolean');
});

test('all patterns of one reader have so many steps, and no pattern has too many parts', () => {
  const patterns = foreignPatterns();
  expect(patterns('a{1000}a{1000}a{1000}a{1000}a{1000}').test('a')).toBeUndefined();
  expect(patterns('a'.repeat(limits.patternLength.most + 1)).test('a')).toBeUndefined();
  expect(patterns('b{900}c').test('a'.repeat(100_000))).toBe(false);
  let tried = 0;
  while (patterns('b{900}c').test('a'.repeat(100_000)) === false) tried += 1;
  expect(tried).toBe(3);
  expect(foreignPatterns()('b{900}c').test('a'.repeat(100_000))).toBe(false);
});

test.each([
  ['', 0],
  ['abc', 3],
  ['a{63}', 64],
  ['^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$', 46],
  ['((a{10}){10}){10}', 1595],
  ['[(){9}]\\{(', 3],
  ['[[:alpha:]]{2}', 3],
  ['[[:', 1],
])('%s has %i parts', (pattern, size) => {
  expect(patternSize(pattern)).toBe(size);
});

const piece = fc.constantFrom(
  ...'a b . * + ? | ( ) [ ] ^ $ - \\ {2} {2,} {1001} (?i) (?: (?P<n> (?= [^ [:alpha:] \\d \\pL \\p{Greek} \\Q \\E \\b \\x41'.split(
    ' ',
  ),
);

test('what is told of a pattern agrees with the engine that runs it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const pattern = pieces.join('');
      expect([pattern, patternProblem(pattern) === undefined]).toEqual([
        pattern,
        foreignPatterns()(pattern).test('a') !== undefined,
      ]);
    }),
    { numRuns: 2000 },
  );
});

const folder = join(import.meta.dirname, '../../../schemas/kubernetes');
const vendored = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(builtin|compact|own).*\.json$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const library = Object.values(rgds);
const written = JSON.stringify(library.map((rgd) => renderRgd(rgd, library)));
const ofGraphs = [...written.matchAll(/pattern=\\"((?:[^"\\]|\\\\.)*)\\"/g)].map(([, text = '']) =>
  text.replaceAll('\\\\', '\\'),
);
const ofSchemas = vendored.flatMap((text) =>
  [...text.matchAll(/"pattern": ?("(?:[^"\\]|\\.)*")/g)].map(([, json = '']) => String(JSON.parse(json))),
);
const own = [...new Set([...ofSchemas, ...ofGraphs])];

test('there are patterns of our own', () => {
  expect(ofGraphs.length).toBeGreaterThan(10);
  expect(ofSchemas.length).toBeGreaterThan(5);
});

test.each(own)('%s is the same in both languages, and takes no time', (source) => {
  const [native, foreign] = [ownPattern(source), foreignPatterns()(source)];
  const alphabet = fc.constantFrom(...new Set(`a0.-/:AZé\n ${source}`));
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 40 }), (text) => {
      expect([text, native.test(text)]).toEqual([text, foreign.test(text)]);
    }),
    { numRuns: 50 },
  );
  for (const unit of ['a', '1', '-a', 'a.', '1.', '/a', 'arn:aws:'])
    expect(native.test(`${unit.repeat(20_000)}!`)).toBeTypeOf('boolean');
});
