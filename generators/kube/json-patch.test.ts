import { describe, expect, test } from 'vitest';
import { applyOperation, pointerPath } from './json-patch.ts';

const document = { spec: { list: [{ name: 'a' }, { name: 'b' }], 'a/b': 1, '~': 2 } };

describe('applyOperation', () => {
  test('adds, replaces and removes fields without changing the document', () => {
    expect(applyOperation(document, { op: 'add', path: '/spec/new', value: 1 })).toEqual({
      document: { spec: { ...document.spec, new: 1 } },
    });
    expect(applyOperation(document, { op: 'replace', path: '/spec/list/1/name', value: 'c' })).toEqual({
      document: { spec: { ...document.spec, list: [{ name: 'a' }, { name: 'c' }] } },
    });
    expect(applyOperation({ a: 1, b: 2 }, { op: 'remove', path: '/a' })).toEqual({ document: { b: 2 } });
    expect(document.spec.list).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  test('inserts into lists and appends to them', () => {
    expect(applyOperation([1, 2], { op: 'add', path: '/1', value: 9 })).toEqual({ document: [1, 9, 2] });
    expect(applyOperation([1, 2], { op: 'add', path: '/-', value: 9 })).toEqual({ document: [1, 2, 9] });
    expect(applyOperation([1, 2], { op: 'remove', path: '/0' })).toEqual({ document: [2] });
  });

  test('reads escaped names', () => {
    expect(applyOperation(document, { op: 'replace', path: '/spec/a~1b', value: 3 })).toMatchObject({
      document: { spec: { 'a/b': 3 } },
    });
    expect(applyOperation(document, { op: 'replace', path: '/spec/~0', value: 3 })).toMatchObject({
      document: { spec: { '~': 3 } },
    });
  });

  test.each([
    ['replace', '/spec/missing', 'there is no "missing" at "/spec"'],
    ['remove', '/spec/missing', 'there is no "missing" at "/spec"'],
    ['add', '/spec/missing/field', 'there is no "missing" at "/spec"'],
    ['replace', '/spec/list/2', 'there is no item "2" in the list at "/spec/list", which has 2'],
    ['add', '/spec/list/01', 'there is no item "01" in the list at "/spec/list", which has 2'],
    ['add', '/spec/list/0/name/deeper', 'there is no map or list at "/spec/list/0/name"'],
  ] as const)('says why %s %s does not fit', (op, path, fault) => {
    expect(applyOperation(document, { op, path, value: 1 })).toEqual({ fault });
  });
});

test('a pointer becomes a path in which items are numbered', () => {
  expect(pointerPath(document, '/spec/list/1/name')).toEqual(['spec', 'list', 1, 'name']);
  expect(pointerPath(document, '/spec/list/-')).toEqual(['spec', 'list', 1]);
});
