import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, positionAt } from '../source/source.ts';
import { placeFinder } from './place-of.ts';

test('places are those of the source', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r\n', ' ') });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (content, a, b) => {
      const source = { path: 'a.yaml', text: content };
      const [start = 0, end = 0] = [a % (content.length + 1), b % (content.length + 1)].sort((x, y) => x - y);
      const place = placeFinder()({ span: { source, start, end } });
      const first = positionAt(source, start);
      const last = positionAt(source, end);
      const marked = place?.text.slice(place.from, place.to);
      expect(content.slice(start, end).startsWith(marked ?? '?')).toBe(true);
      expect(place).toMatchObject({
        file: 'a.yaml',
        line: first.line,
        column: first.column,
        endLine: last.line,
        endColumn: last.column,
        text: lineText(source, first.line),
      });
    }),
  );
});

test('an origin without a place has none', () => {
  expect(placeFinder()({})).toBeUndefined();
  expect(placeFinder()(undefined)).toBeUndefined();
});
