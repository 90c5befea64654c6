import { expect, test } from 'vitest';
import { lineText, positionAt } from './source.ts';

const source = { path: 'a.yaml', text: 'a: 1\r\nb: 😀 x\n\nc' };

test('positions are counted from 1, columns in code points', () => {
  const at = (offset: number) => Object.values(positionAt(source, offset)).join(':');
  expect(at(0)).toBe('1:1');
  expect(at(3)).toBe('1:4');
  expect(at(source.text.indexOf('b'))).toBe('2:1');
  expect(at(source.text.indexOf('x'))).toBe('2:6');
  expect(at(source.text.indexOf('\n\n') + 1)).toBe('3:1');
  expect(at(source.text.length)).toBe('4:2');
});

test('a line is its text without the line break', () => {
  expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['a: 1', 'b: 😀 x', '', 'c', '']);
});
