import { expect, test } from 'vitest';
import type { Source } from '../source/source.ts';
import { causesOf } from './causes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { reportJson } from './json.ts';
import { reportPretty } from './pretty.ts';

const layer: Source = { path: 'config/config.yaml', text: 'versions:\n  kubernetes: "1.35"\n' };
const place = { source: layer, start: 24, end: 30 };

function told(name: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'area/name',
    severity: 'error',
    message: `Kubernetes of spoke "${name}" cannot go down from "1.36" to "1.35".`,
    at: { span: place, of: { kind: 'spoke', name } },
    notes: [],
    help: 'Set it back to "1.36".',
    ...more,
  };
}

const sizes = (...diagnostics: readonly Diagnostic[]) =>
  causesOf(diagnostics).map(({ diagnostic, alsoFor }) => [diagnostic.at?.of?.name, alsoFor.length]);

test('one line that is wrong for a thousand spokes is one cause, of at most 20 lines', () => {
  const all = Array.from({ length: 1000 }, (_, index) => told(`s${index}`));
  const report = reportPretty(all, { color: false });
  expect(report).toBe(`\
error[area/name]: Kubernetes of spoke "s0" cannot go down from "1.36" to "1.35".
  --> config/config.yaml:2:15
2 |   kubernetes: "1.35"
  |               ^^^^^^
  note: it holds for 1000 spokes: "s0", "s1", "s2", …
  help: Set it back to "1.36".

1 error
`);
  expect(JSON.parse(reportJson(all, { color: false }))).toHaveLength(1000);
});

test('another code, place, wording or repair is another cause', () => {
  const start = { span: { source: layer, start: 0, end: 8 } };
  expect(sizes(told('a'), told('b', { code: 'area/other' }))).toHaveLength(2);
  expect(sizes(told('a'), told('b', { at: { ...start, of: { kind: 'spoke', name: 'b' } } }))).toHaveLength(2);
  expect(sizes(told('a'), told('b', { message: 'Kubernetes of spoke "b" is wrong.' }))).toHaveLength(2);
  expect(sizes(told('a'), told('b', { help: 'Set it back to "1.35".' }))).toHaveLength(2);
  expect(sizes(told('a'), told('b', { severity: 'warning' }))).toHaveLength(2);
});

test('values and the name of what is told about make no difference', () => {
  const help = (name: string) => `Restore config/spokes/${name}.yaml.`;
  const [a, b] = [
    told('a', { message: 'Spoke "a" has 3 of "x".', help: help('a') }),
    told('b', { message: 'Spoke "b" has 12 of "y".', help: help('b') }),
  ];
  expect(sizes(a, b)).toEqual([['a', 1]]);
});

test('two problems of one thing at one place are two causes, each for all that have it', () => {
  const group = (spoke: string, name: string) => told(spoke, { message: `Node group "${name}" is wrong.` });
  expect(sizes(group('a', 'x'), group('a', 'y'), group('b', 'x'), group('b', 'y'), group('c', 'x'))).toEqual([
    ['a', 2],
    ['a', 1],
  ]);
});

test('a cause that has no line is one wherever it is found', () => {
  const file = (path: string, cause?: string): Diagnostic => ({
    ...told(path),
    at: { span: { source: { path, text: '' }, start: 0, end: 0 }, of: { kind: 'file', name: path } },
    ...(cause !== undefined && { cause }),
  });
  expect(sizes(file('out/a', 'no build'), file('out/b', 'no build'), file('out/c'))).toEqual([
    ['out/a', 1],
    ['out/c', 0],
  ]);
});

test('what is told of nothing in particular is never put together', () => {
  expect(sizes(told('a', { at: { span: place } }), told('b', { at: { span: place } }))).toHaveLength(2);
});
