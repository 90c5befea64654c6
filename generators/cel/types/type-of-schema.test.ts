import { describe, expect, test } from 'vitest';
import { type CelType, formatType } from './cel-type.ts';
import { type TypedSchema, typeOfSchema } from './type-of-schema.ts';

const typeName = (schema: TypedSchema) => {
  const type = typeOfSchema({ schema, name: 'x' });
  return type && formatType(type);
};
const fieldOf = (type: CelType | undefined, field: string) =>
  type?.kind === 'struct' ? type.fields?.get(field) : undefined;
const namesOf = (type: CelType | undefined) => (type?.kind === 'struct' ? type.fields?.names : undefined);

describe('the type of a schema', () => {
  test.for<[TypedSchema, string | undefined]>([
    [{ type: 'string' }, 'string'],
    [{ type: 'integer', format: 'int64' }, 'int'],
    [{ type: 'number' }, 'double'],
    [{ type: 'boolean' }, 'bool'],
    [{ type: 'string', format: 'byte' }, 'bytes'],
    [{ type: 'string', format: 'date' }, 'timestamp'],
    [{ type: 'string', format: 'date-time' }, 'timestamp'],
    [{ type: 'string', format: 'duration' }, 'duration'],
    [{ type: 'string', format: 'uuid' }, 'string'],
    [{ 'x-kubernetes-int-or-string': true }, 'dyn'],
    [{ type: 'string', format: 'int-or-string' }, 'dyn'],
    [{ type: 'array', items: { type: 'string' } }, 'list(string)'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, 'map(string, int)'],
    [{ type: 'object', additionalProperties: {} }, 'map(string, dyn)'],
    [{ type: 'object', additionalProperties: true }, 'x'],
    [{ type: 'array' }, undefined],
    [{ type: 'array', items: {} }, undefined],
    [{}, undefined],
  ])('%j is %s', ([schema, type]) => {
    expect(typeName(schema)).toBe(type);
  });

  test('names an object by where it stands', () => {
    const items = { type: 'object', properties: { a: { type: 'object', additionalProperties: { type: 'object' } } } };
    expect(typeName({ type: 'array', items })).toBe('list(x.@idx)');
    const list = typeOfSchema({ schema: { type: 'array', items }, name: 'x' });
    const field = list?.kind === 'list' ? fieldOf(list.element, 'a') : undefined;
    expect(field && formatType(field)).toBe('map(string, x.@idx.a.@elem)');
  });

  test('shows no field without a type, and none that CEL cannot name', () => {
    const properties = { a: {}, 'b-c': { type: 'string' }, '1d': { type: 'string' }, for: { type: 'string' } };
    expect(namesOf(typeOfSchema({ schema: { type: 'object', properties }, name: 'x' }))).toEqual([
      'b__dash__c',
      '__for__',
    ]);
  });

  test('follows references into the list beside it', () => {
    const schema = { type: 'object', properties: { a: { $ref: 1 } } };
    const type = typeOfSchema({ schema, name: 'x', shared: [{}, { type: 'string' }] });
    expect(fieldOf(type, 'a')).toEqual({ kind: 'string' });
  });

  test('of a schema that holds itself has no end, and takes none', () => {
    const schema: TypedSchema = { type: 'object', properties: { child: { $ref: 0 } } };
    const type = typeOfSchema({ schema, name: 'x', shared: [schema] });
    const grandchild = fieldOf(fieldOf(type, 'child'), 'child');
    expect(grandchild && formatType(grandchild)).toBe('x.child.child');
  });

  test('of an object within an object shows its metadata', () => {
    const schema: TypedSchema = { type: 'object', 'x-kubernetes-embedded-resource': true };
    const type = typeOfSchema({ schema: { type: 'object', properties: { o: schema } }, name: 'x' });
    expect(namesOf(fieldOf(type, 'o'))).toEqual(['apiVersion', 'kind', 'metadata']);
  });
});
