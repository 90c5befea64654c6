import fc from 'fast-check';
import { fields } from './fields.ts';
import { functions } from './functions.ts';
import { macros } from './macros.ts';
import { operators } from './operators.ts';

const sources = [fields, operators, macros, functions]
  .flatMap((table) => table.split('\n'))
  .flatMap((line) => (line.includes(' => ') ? [line.slice(0, line.lastIndexOf(' => '))] : []));

const bits = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '?',
  '.',
  ',',
  ':',
  '"',
  "'",
  '`',
  '\\',
  '!',
  '-',
  '😀',
  ' ',
  'x',
  '0',
  '\n',
  '//',
];

/** An expression of the tables with other bits in it, or with the end of another. */
export const broken = fc
  .tuple(fc.constantFrom(...sources), fc.constantFrom(...sources, ...bits), fc.nat(), fc.nat(3))
  .map(([source, other, at, removed]) => {
    const place = at % (source.length + 1);
    return source.slice(0, place) + other + source.slice(place + removed);
  });
