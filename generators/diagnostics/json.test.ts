import { expect, test } from 'vitest';
import type { Source } from '../source/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import { reportJson } from './json.ts';
import { reporters } from './reporters.ts';

const source: Source = { path: 'config/spokes/a.yaml', text: 'a: 1\nb: "😀" x\nc:\n  d\n' };
const options = { color: false };

function diagnostic(start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'a/b', severity: 'error', message: 'No.', at: { span: { source, start, end } }, notes: [], ...more };
}

test('every entry has the same keys in the same order', () => {
  const note = { message: 'Here', at: { span: { source, start: 0, end: 1 } } };
  const { at: _at, ...nowhere } = diagnostic(0, 0, { severity: 'warning' });
  const at = { span: { source, start: 3, end: 4 }, of: { kind: 'spoke', name: 'a' } };
  const report = reportJson([diagnostic(3, 4, { at, notes: [note], help: 'Do.' }), nowhere], options);
  const place = { file: source.path, line: 1, column: 1, endLine: 1, endColumn: 2 };
  expect(JSON.parse(report)).toEqual([
    {
      code: 'a/b',
      severity: 'error',
      message: 'No.',
      ...place,
      column: 4,
      endColumn: 5,
      notes: [{ message: 'Here', ...place }],
      help: 'Do.',
      subject: { kind: 'spoke', name: 'a' },
    },
    {
      code: 'a/b',
      severity: 'warning',
      message: 'No.',
      file: null,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      notes: [],
      help: null,
      subject: null,
    },
  ]);
  const [first, second] = JSON.parse(report) as [object, object];
  expect(Object.keys(first)).toEqual(Object.keys(second));
  expect(report.endsWith(']\n')).toBe(true);
});

test('columns count code points, and ends are exclusive', () => {
  const at = source.text.indexOf('x');
  const [entry] = JSON.parse(reportJson([diagnostic(at, at + 1)], options)) as [object];
  expect(entry).toMatchObject({ line: 2, column: 8, endLine: 2, endColumn: 9 });
  const [wide] = JSON.parse(reportJson([diagnostic(source.text.indexOf('c:'), source.text.length - 1)], options)) as [
    object,
  ];
  expect(wide).toMatchObject({ line: 3, column: 1, endLine: 4, endColumn: 4 });
});

test('nothing to tell is an empty array', () => {
  expect(reportJson([], options)).toBe('[]\n');
});

test('reporters are known by the value of --format', () => {
  expect(Object.keys(reporters)).toEqual(['pretty', 'json']);
});
