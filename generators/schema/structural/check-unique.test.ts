import { expect, test } from 'vitest';
import { violationsOf as check } from '../../testing/violations-of.ts';
import type { RawSchema } from './structural-schema.ts';

const text: RawSchema = { type: 'string' };

test('items of a set differ', () => {
  const set: RawSchema = { type: 'array', items: text, 'x-kubernetes-list-type': 'set' };
  expect(check(set, ['a', 'b'])).toEqual([]);
  expect(check(set, ['a', 'b', 'a'])).toEqual(['2: "a" stands in the list twice; item 0 is the first.']);
  expect(check({ type: 'array', uniqueItems: true, items: { type: 'integer' } }, [1, 1])).toEqual([
    '1: 1 stands in the list twice; item 0 is the first.',
  ]);
  expect(check({ type: 'array', items: text }, ['a', 'a'])).toEqual([]);
});

test('items of a list that is a map differ in their keys, defaults included', () => {
  const ports: RawSchema = {
    type: 'array',
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['port', 'protocol'],
    items: { type: 'object', properties: { port: { type: 'integer' }, protocol: { type: 'string', default: 'TCP' } } },
  };
  expect(check(ports, [{ port: 53 }, { port: 53, protocol: 'UDP' }])).toEqual([]);
  expect(check(ports, [{ port: 53 }, { port: 53, protocol: 'TCP' }])).toEqual([
    '1: An item with port: 53, protocol: "TCP" stands in the list twice; item 0 is the first.',
  ]);
});
