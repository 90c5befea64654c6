import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';
import { decodeState, encodeState } from './state-file.ts';

const stamp = { size: 1, mtimeMs: 2, ctimeMs: 3, ino: 4 };
const entry = { path: 'a', stamp, hash: 'ab'.repeat(32), record: '', trusted: true };
const data = {
  compiler: 'c',
  seal: 's',
  head: '',
  meta: {},
  inputs: [entry],
  outputs: [],
  folders: [{ ...entry, path: 'b', hash: '' }],
  payloads: new Map([['p', Buffer.from('x')]]),
};

/** What a stranger could write: the hash is right, whatever the header says. */
function withHeader(change: (header: string) => string): Uint8Array {
  const [magic = '', , ...rest] = Buffer.from(encodeState(data)).toString('latin1').split('\n');
  const [header = '', ...columns] = rest;
  const content = Buffer.from([change(header), ...columns].join('\n'), 'latin1');
  return Buffer.concat([Buffer.from(`${magic}\n${sha256(content)}\n`), content]);
}

test('what was encoded is decoded', () => {
  const decoded = decodeState(withHeader((header) => header));
  expect(decoded?.inputs.map(({ path, hash }) => [path, hash])).toEqual([['a', entry.hash]]);
  expect(decoded?.payloads.get('p')?.length).toBe(1);
});

test.each([
  ['more entries than there are bytes', '"counts":[1,0,1]', '"counts":[1000000000,1000000000,1]'],
  ['fewer entries', '"counts":[1,0,1]', '"counts":[1,0,0]'],
  ['less than no path', '"pathBytes":3', '"pathBytes":-3'],
  ['a longer payload', '["p",1]', '["p",1000000000]'],
])('a header that names %s is none', (_what, part, by) => {
  const state = withHeader((header) => {
    expect(header).toContain(part);
    return header.replace(part, by);
  });
  expect(decodeState(state)).toBeUndefined();
});
