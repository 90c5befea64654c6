import { describe, expect, test } from 'vitest';
import { expressionText, rangeInText } from './expression-text.ts';
import { extractExpressions, standaloneExpression } from './extract-expressions.ts';

const cut = (text: string) => extractExpressions(text).embedded.map(({ expression }) => expression);

describe('expressions are cut as kro cuts them', () => {
  test.each([
    ['no expression', []],
    ['${a}', ['a']],
    ['x-${a}-${b}', ['a', 'b']],
    ['${{"k": {"v": 1}}}', ['{"k": {"v": 1}}']],
    ['${"}" + a}', ['"}" + a']],
    ['${"\\"}" + a}', ['"\\"}" + a']],
    ["${'}'}", ["'"]],
    ['${"${HOME}"}', ['"${HOME}"']],
    ['${', []],
    ['${a ${b}', []],
    ['${"', []],
    ['$${a}', ['a']],
    ['${}', ['']],
  ])('%s', (text, expressions) => {
    expect(cut(text)).toEqual(expressions);
  });

  test('one within another is a mistake, at the inner one', () => {
    expect(extractExpressions('x ${a + ${b}}')).toMatchObject({ nested: 8 });
  });

  test('one that nothing closes is text, and is told of', () => {
    expect(extractExpressions('x ${a')).toEqual({ embedded: [], unclosed: 2 });
  });

  test('one that is the whole text stands alone', () => {
    const alone = (text: string) => standaloneExpression(text, extractExpressions(text));
    expect(['${a}', ' ${a}', '${a}\n', '${a}${b}'].map(alone)).toEqual(['a', undefined, undefined, undefined]);
  });
});

describe('the CEL of a text', () => {
  const textOf = (text: string) => expressionText(text, extractExpressions(text));

  test('joins its parts as strings, and is the expression where there is nothing else', () => {
    expect(textOf('a "b"\n${x}${y ? 1 : 2}.')?.cel).toBe('"a \\"b\\"\\n" + (x) + (y ? 1 : 2) + "."');
    expect(textOf('${x}')).toMatchObject({ cel: 'x', isWhole: true });
    expect(textOf('x')).toBeUndefined();
  });

  test('leads back to the text', () => {
    const text = 'a-${one}-${two.three}';
    const found = textOf(text);
    const at = found?.cel.indexOf('three') ?? -1;
    expect(found && text.slice(...rangeInText(found, text, [at, at + 5]))).toBe('three');
    const whole = [0, found?.cel.length ?? 0] as const;
    expect(found && text.slice(...rangeInText(found, text, whole))).toBe(text);
  });
});
