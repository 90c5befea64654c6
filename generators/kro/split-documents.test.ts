import { expect, test } from 'vitest';
import { splitDocuments } from './split-documents.ts';

test('gives each document at its own lines, and leaves out those that hold nothing', () => {
  const text = '# a\na: 1\n---\n# only a comment\n---\nb: 2\n--- {c: 3}\n';
  const documents = splitDocuments({ path: 'f.yaml', text });
  expect(documents.map((source) => source.text.trim())).toEqual(['# a\na: 1', 'b: 2', '{c: 3}']);
  for (const source of documents) {
    expect(source.path).toBe('f.yaml');
    expect(source.text).toHaveLength(text.length);
  }
  expect(documents[1]?.text.indexOf('b: 2')).toBe(text.indexOf('b: 2'));
});

test('leaves a file with one document as it is', () => {
  const source = { path: 'f.yaml', text: 'a: "---"\n' };
  expect(splitDocuments(source)).toEqual([source]);
});
