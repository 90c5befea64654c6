import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isScalar, parseDocument, type Scalar, stringify, visit } from 'yaml';
import { rangeInSource, scalarOffsets } from './scalar-offsets.ts';

function scalarIn(text: string): Scalar {
  const found: Scalar[] = [];
  visit(parseDocument(text), {
    Scalar: (key, node) => {
      if (key !== 'key') found.push(node);
    },
  });
  const [first] = found;
  if (!isScalar(first)) throw new Error('no scalar');
  return first;
}

/** What stands in the source where a part of the value comes from. */
function sourceOf(text: string, part: string): string {
  const scalar = scalarIn(text);
  const offsets = scalarOffsets(text, scalar) ?? [];
  const at = String(scalar.value).indexOf(part);
  expect(at, `"${part}" in ${JSON.stringify(scalar.value)}`).toBeGreaterThanOrEqual(0);
  return text.slice(...rangeInSource(text, offsets, [at, at + part.length]));
}

describe('a part of a scalar stands in the source', () => {
  test.each([
    ['plain', 'a: x ${b.c} y\n'],
    ['plain over lines', 'a: x\n  y ${b.c}\n\n  z\n'],
    ['plain in a flow map', '{a: "1", b: {c: "x${b.c}"}}'.replace('a: "1", ', '')],
    ['single quotes', "a: 'it''s ${b.c}'\n"],
    ['single quotes over lines', "a: 'it''s\n\n   over ${b.c}  \n  x'\n"],
    ['double quotes', 'a: "x\\t\\u00e9\\"${b.c}"\n'],
    ['double quotes over lines', 'a: "x \\\n    y\n\n\n   ${b.c}"\n'],
    ['a literal block', 'a: |\n  x\n\n    deep ${b.c}\n  end\n'],
    ['a literal block with a comment and chomping', 'a: |- # why\n\n  x\n  ${b.c}\nb: 1\n'],
    ['a literal block with an indentation of its own', 'a: |2-\n    x\n   ${b.c}\n'],
    ['a folded block', 'a: >\n  x\n  ${b.c}\n  z\n\n  end\n'],
    ['a folded block with deeper lines', 'a: >-\n  x\n    deep ${b.c}\n  y\n'],
    ['a block with Windows line ends', 'a: |\r\n  x\r\n  ${b.c}\r\n'],
  ])('in %s', (_, text) => {
    expect(sourceOf(text, '${b.c}')).toBe('${b.c}');
    expect(sourceOf(text, 'b.c')).toBe('b.c');
  });

  test('behind an escape that stands for several characters', () => {
    expect(sourceOf('a: "\\U0001F600 ${x}"', '${x}')).toBe('${x}');
    expect(sourceOf('a: "\\n${x}"', '\n')).toBe('\\n');
  });
});

test('a value that is no text has no offsets', () => {
  expect(scalarOffsets('a: 12\n', scalarIn('a: 12\n'))).toBeUndefined();
});

test('every character of a value is found again, however it is written', () => {
  const words = fc.constantFrom('a', '${x}', ' ', '  ', '\n', '\n\n', '"', "'", '#', ': ', 'é', '😀', '\t', '\\');
  const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 12 }),
      styles,
      fc.integer({ min: 20, max: 60 }),
      (parts, style, width) => {
        const text = stringify({ a: { b: parts.join('') } }, { defaultStringType: style as 'PLAIN', lineWidth: width });
        const scalar = scalarIn(text);
        const offsets = scalarOffsets(text, scalar);
        const value = String(scalar.value);
        expect(offsets, text).toHaveLength(value.length + 1);
        for (let i = 0; i < value.length; i++) {
          const char = value.charAt(i);
          if (/[a$x{}é#]/.test(char)) expect(text.charAt(offsets?.[i] ?? -1), text).toBe(char);
        }
      },
    ),
  );
});

test.each(['a: x\r${b.c}', 'a: "x\r${b.c}\r"', "a: 'x \r \r${b.c}'", 'a: "x\\\r${b.c}"'])(
  'a carriage return alone is no break: %j',
  (text) => {
    expect(() => scalarOffsets(text, scalarIn(text))).not.toThrow();
  },
);
