import { expect, test } from 'vitest';
import { formatPath } from '../../source/path.ts';
import { fieldsAtLine } from './fields-at-line.ts';

const text = `# a comment
a: 1
b:
  c: {d: 2, e: [x, y]}
  f: |
    one
    two
g:
---
h: [{i: 3}]
`;

const at = (line: number) => fieldsAtLine(text, line).map(({ document, path }) => `${document} ${formatPath(path)}`);

test.each([
  [1, []],
  [2, ['0 a']],
  [3, ['0 b']],
  [4, ['0 b.c.d', '0 b.c.e[0]', '0 b.c.e[1]']],
  [5, ['0 b.f']],
  [7, ['0 b.f']],
  [8, ['0 g']],
  [9, []],
  [10, ['1 h[0].i']],
])('line %i is about %j', (line, fields) => {
  expect(at(line)).toEqual(fields);
});
