import { expect, test } from 'vitest';
import { relaxSchema } from './relax-schema.ts';

test('nothing is required and null may stand for any field', () => {
  const schema = {
    type: 'object',
    properties: {
      a: { type: 'string', pattern: '^x$', default: 'x' },
      b: { type: 'object', properties: { c: { type: 'integer' } }, required: ['c'] },
    },
    required: ['a', 'b'],
    additionalProperties: false,
  };
  expect(relaxSchema(schema)).toEqual({
    type: 'object',
    properties: {
      a: { type: ['string', 'null'], pattern: '^x$', default: 'x' },
      b: { type: ['object', 'null'], properties: { c: { type: ['integer', 'null'] } } },
    },
    additionalProperties: false,
  });
  expect(schema.required).toEqual(['a', 'b']);
});

test('entries of a map may be null, and the names of a map keep their rule', () => {
  const propertyNames = { type: 'string', pattern: '^[a-z]$' };
  expect(relaxSchema({ type: 'object', propertyNames, additionalProperties: { type: 'string' } })).toEqual({
    type: 'object',
    propertyNames,
    additionalProperties: { type: ['string', 'null'] },
  });
});

test('null joins choices and alternatives', () => {
  const properties = {
    a: { type: 'string', enum: ['x', 'y'] },
    b: { const: 1 },
    c: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    d: {},
  };
  expect(relaxSchema({ type: 'object', properties }).properties).toEqual({
    a: { type: ['string', 'null'], enum: ['x', 'y', null] },
    b: { enum: [1, null] },
    c: { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
    d: {},
  });
});

test('what is in a list stays complete, because lists are not merged', () => {
  const items = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
  expect(relaxSchema({ type: 'object', properties: { list: { type: 'array', items } } }).properties).toEqual({
    list: { type: ['array', 'null'], items },
  });
});
