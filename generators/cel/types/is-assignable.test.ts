import { expect, test } from 'vitest';
import { type CelType, dynType, intType, listOf, mapOf, opaqueType, optionalOf, stringType } from './cel-type.ts';
import { explainMismatch, isAssignable } from './is-assignable.ts';
import { type TypedSchema, typeOfSchema } from './type-of-schema.ts';

const object = (properties: Record<string, TypedSchema>, more: TypedSchema = {}): TypedSchema => ({
  type: 'object',
  properties,
  ...more,
});
const text: TypedSchema = { type: 'string' };
const number: TypedSchema = { type: 'integer' };
const open: TypedSchema = { 'x-kubernetes-preserve-unknown-fields': true };

function typeOf(schema: TypedSchema, comparable = true): CelType {
  const name = JSON.stringify(schema).replaceAll(/\W+/g, '');
  return typeOfSchema({ schema, name, comparable }) ?? dynType;
}

test('numbers, texts and their like must be of one kind', () => {
  expect(isAssignable(stringType, stringType)).toBe(true);
  expect(explainMismatch(intType, stringType)).toBe('int is not string');
});

test('dyn goes both ways, at any depth', () => {
  expect(isAssignable(dynType, intType)).toBe(true);
  expect(isAssignable(listOf(dynType), listOf(listOf(intType)))).toBe(true);
  expect(isAssignable(mapOf(stringType, intType), mapOf(stringType, dynType))).toBe(true);
});

test('an optional value stands for what it holds', () => {
  expect(isAssignable(optionalOf(stringType), stringType)).toBe(true);
  expect(isAssignable(optionalOf(intType), stringType)).toBe(false);
});

test('lists and maps agree when what they hold agrees', () => {
  expect(explainMismatch(listOf(intType), listOf(stringType))).toBe('item: int is not string');
  expect(explainMismatch(mapOf(stringType, intType), mapOf(stringType, stringType))).toBe('value: int is not string');
  expect(explainMismatch(mapOf(intType, intType), mapOf(stringType, intType))).toBe('key: int is not string');
});

test('an object may lack fields and may not have others', () => {
  const expected = typeOf(object({ a: text, b: text }));
  expect(isAssignable(typeOf(object({ a: text })), expected)).toBe(true);
  expect(explainMismatch(typeOf(object({ c: text })), expected)).toContain('has no field "c"');
  expect(explainMismatch(typeOf(object({ a: number })), expected)).toBe('field "a": int is not string');
});

test('an object that keeps unknown fields takes any', () => {
  expect(isAssignable(typeOf(object({ c: text })), typeOf(object({ a: number }, open)))).toBe(true);
});

test('a map fills an object when its values fit every field', () => {
  const values = mapOf(stringType, stringType);
  expect(isAssignable(values, typeOf(object({ a: text, b: text })))).toBe(true);
  expect(explainMismatch(values, typeOf(object({ a: text, b: number })))).toBe('field "b": string is not int');
  expect(explainMismatch(mapOf(dynType, dynType), typeOf(object({ a: text })))).toContain('is no object');
});

test('an object fills a map when every field fits its values', () => {
  expect(isAssignable(typeOf(object({ a: text })), mapOf(stringType, stringType))).toBe(true);
  expect(explainMismatch(typeOf(object({ a: number })), mapOf(stringType, stringType))).toBe(
    'field "a": int is not string',
  );
});

test('the fields of a collection are not compared, nor those of a type without any', () => {
  const expected = typeOf(object({ a: text }));
  expect(isAssignable(typeOf(object({ c: text }), false), expected)).toBe(true);
  expect(isAssignable(opaqueType('kubernetes.Quantity'), expected)).toBe(true);
});

test('kro lets a text pass for an object, and a map for the list of its keys', () => {
  expect(isAssignable(stringType, typeOf(object({ a: text })))).toBe(true);
  expect(isAssignable(mapOf(stringType, intType), listOf(stringType))).toBe(true);
});
