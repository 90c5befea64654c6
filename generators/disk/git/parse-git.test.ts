import { expect, test } from 'vitest';
import { parseBlobs, parseSizes, parseTree } from './parse-git.ts';

const name = 'ab'.repeat(20);
const blobs = (text: string, ...names: string[]) => parseBlobs(Buffer.from(text), names);

test('a tree lists files, and neither links nor other repositories', () => {
  const listed = `100644 blob ${name}\ta\nb\x00120000 blob ${name}\tlink\x00160000 commit ${name}\tmodule\0`;
  expect(parseTree(Buffer.from(listed))).toEqual([{ path: 'a\nb', blob: name }]);
});

test('contents come in their order', () => {
  expect(blobs(`${name} blob 3\na\nb\n${name} blob 0\n\n`, name, name)).toEqual(['a\nb', '']);
});

test('sizes come in their order, and none where one is missing', () => {
  const sizes = (text: string) => parseSizes(Buffer.from(text), [name, name]);
  expect(sizes(`${name} blob 3\n${name} blob 0\n`)).toEqual([3, 0]);
  expect(sizes(`${name} blob 3\n${name} missing\n`)).toBeUndefined();
  expect(sizes(`${name} blob 3\n`)).toBeUndefined();
  expect(sizes(`${name} blob 3\n${name} blob -1\n`)).toBeUndefined();
});

test.each([
  '',
  `${name} missing\n`,
  `${name} blob -1\na\n`,
  `${name} blob 9\na\n`,
  `${name} blob x\na\n`,
  `${name} tree 1\na\n`,
])('%j has no content', (text) => {
  expect(blobs(text, name)).toBeUndefined();
});
