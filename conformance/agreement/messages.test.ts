import { expect, test } from 'vitest';
import { classify, messages } from './messages.ts';

const builder = (error: string) => classify({ name: '', accepted: false, stage: 'builder', error });

test.each([
  ['failed to build dependency graph: graph contains a cycle: a -> b -> a', 'B58', ['a']],
  ['failed to build resource "a": failed to get schema for resource a: schema not found', 'B17', ['a']],
  ['failed to build resource "a": expected integer type for path spec.replicas, got string', 'B27', ['spec.replicas']],
  [
    'failed to build resourcegraphdefinition "x": failed to build OpenAPI schema for instance: field a: unknown type: int',
    'B37',
    ['int'],
  ],
  [
    'failed to validate resource "a": failed to compile template expression "b" at path "c": undefined field \'d\'',
    'B61',
    ['a', 'd'],
  ],
])('%s', (error, check, subject) => {
  expect(builder(error)).toEqual({ check, subject });
});

test('the same message of another one is another fault', () => {
  const error = 'spec.resources[0]: Invalid value: exactly one of template or externalRef must be provided';
  expect(classify({ name: '', accepted: false, stage: 'admission', error }).check).toBe('R4');
  expect(builder(error).check).toBe('B10');
});

test('every refusal has a check', () => {
  for (const stage of ['admission', 'builder', 'crd'] as const) {
    const { check } = classify({ name: '', accepted: false, stage, error: 'something new' });
    expect(messages.map((message) => message.check)).toContain(check);
  }
});
