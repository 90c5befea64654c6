import { expect, test } from 'vitest';
import { patternProblem } from './pattern-problem.ts';

// What Go's regexp.Compile says of each, tried with Go 1.26.
const accepted = [
  '',
  'a|',
  '^*',
  'a{2,}?',
  'a{,2}',
  '{',
  '[]a]',
  '[^]a]',
  '[a-]',
  '[[:^alpha:]-z]',
  '\\Qa(\\E+',
  '(?i)a(?-s:b)',
  '(?P<n>a)(?<m>b)',
  '\\pL\\p{Greek}\\PN',
  '\\x{10FFFF}\\x41\\12\\0',
  '\\_\\-',
  '\\z\\A\\b',
  '[\\d\\-x]',
  'é+',
];
const refused = [
  '*',
  'a**',
  'a*+',
  'a{2}{3}',
  'a{1001}',
  'a{3,2}',
  '(',
  ')',
  '(?=a)',
  '(?<!a)',
  '(?P=n)',
  '(?<n>a)(?<n>b)',
  '[',
  '[]',
  '[b-a]',
  '[\\b]',
  '[a-\\d]',
  '\\1',
  '\\k<n>',
  '\\Z',
  '\\',
  '\\p{Nope}',
  '[[:nope:]]',
  '|*',
  '(?i',
];

test.each(accepted)('Go reads %s', (pattern) => {
  expect(patternProblem(pattern)).toBeUndefined();
});

test.each(refused)('Go refuses %s', (pattern) => {
  expect(patternProblem(pattern)).toBeTypeOf('string');
});
