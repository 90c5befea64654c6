import { expect, test } from 'vitest';
import { templateText } from './template-text.ts';

test.each([
  ['plain', 'none'],
  ['$a {b}', 'none'],
  ['${never.closed', 'none'],
  ['${a}', 'whole'],
  ['${ {"a": {}} }', 'whole'],
  ['${"}" + a}', 'whole'],
  ['${"\\"}"}', 'whole'],
  [' ${a}', 'mixed'],
  ['${a}\n', 'mixed'],
  ['${a}${b}', 'mixed'],
  ["${'}'}", 'mixed'],
] as const)('%j is %s', (text, sort) => {
  expect(templateText(text)).toBe(sort);
});
