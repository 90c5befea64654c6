import { expect, test } from 'vitest';
import { newTable } from './table.ts';

test('what is made of the same is made once, and of something else anew', () => {
  const table = newTable<number>();
  let made = 0;
  const make = () => ++made;
  expect([table.keep('a', '1', make), table.keep('a', '1', make)]).toEqual([1, 1]);
  expect([table.keep('a', '2', make), table.keep('b', '2', make)]).toEqual([2, 3]);
  expect(table.get('a', '1')).toBeUndefined();
});

test('what nobody asks for any more is forgotten, unless nothing was asked for at all', () => {
  const table = newTable<number>();
  table.set('a', '1', 1);
  table.set('b', '1', 2);
  table.sweep();
  table.sweep();
  expect(table.get('a', '1')).toBe(1);
  table.sweep();
  expect([table.get('a', '1'), table.get('b', '1')]).toEqual([1, undefined]);
});

test('rows of an earlier process are read when they are asked for', () => {
  const read: string[] = [];
  const long = 'long '.repeat(50);
  const row = (version: string, text: string) => {
    const bytes = new TextEncoder().encode(`…${text}…`);
    return { version, table: bytes, start: 3, end: bytes.length - 3 };
  };
  const earlier = {
    hash: (version: string | Uint8Array) => `hash of ${version.length}`,
    rows: new Map([
      ['a', row('1', 'one')],
      ['b', row('1', 'two')],
      ['c', row('hash of 250', 'three')],
    ]),
    decode(bytes: Uint8Array) {
      const text = new TextDecoder().decode(bytes);
      read.push(text);
      return text;
    },
  };
  const table = newTable<string>({ earlier });
  expect([table.get('a', '1'), table.get('a', '1'), table.get('b', '2')]).toEqual(['one', 'one', undefined]);
  expect(read).toEqual(['one']);
  expect(table.get('c', long)).toBe('three');
  expect([...table.rows()].map(({ name, saved }) => [name, saved?.version])).toEqual([
    ['a', '1'],
    ['c', 'hash of 250'],
  ]);
});

test('what does not stand any more is made again, though it would be made of the same', () => {
  let moved = '';
  const table = newTable<string>({ stands: (value) => value !== moved });
  table.set('a', '1', 'one');
  expect(table.get('a', '1')).toBe('one');
  moved = 'one';
  expect(table.get('a', '1')).toBeUndefined();
  expect(table.keep('a', '1', () => 'two')).toBe('two');
});
