import { expect, test } from 'vitest';
import { type Source, spanIn } from '../../source/source.ts';
import { splitDocuments } from './split-documents.ts';

const split = (text: string) => splitDocuments({ path: 'f.yaml', text });

/** Where a part of a document stands in its file. */
function found(source: Source | undefined, part: string): number | undefined {
  return source && spanIn(source, source.text.indexOf(part), 0).start;
}

test('gives each document with its place in the file, and leaves out those that hold nothing', () => {
  const text = '# a\na: 1\n---\n# only a comment\n---\nb: 2\n--- {c: 3}\n';
  const documents = split(text);
  expect(documents.map((source) => source.text.trim())).toEqual(['# a\na: 1', 'b: 2', '{c: 3}']);
  expect(documents.map(({ path }) => path)).toEqual(['f.yaml', 'f.yaml', 'f.yaml']);
  expect(found(documents[1], 'b: 2')).toBe(text.indexOf('b: 2'));
  expect(found(documents[2], '{c: 3}')).toBe(text.indexOf('{c: 3}'));
});

test('leaves a file with one document as it is', () => {
  const source = { path: 'f.yaml', text: 'a: "---"\n' };
  expect(splitDocuments(source)).toEqual([source]);
});

test('all documents together are no longer than their file', () => {
  const text = 'a: 1\n---\n'.repeat(5000);
  const documents = split(text);
  expect(documents).toHaveLength(5000);
  expect(documents.reduce((sum, source) => sum + source.text.length, 0)).toBeLessThanOrEqual(text.length);
});

test.each(['---\n#\n', '--- # x\n\n', '---', '\n---\r\n   \r\n'])('%j holds nothing', (text) => {
  expect(split(text)).toEqual([]);
});
