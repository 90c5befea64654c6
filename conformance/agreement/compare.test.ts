import { expect, test } from 'vitest';
import type { Answer } from './ask-oracle.ts';
import type { Verdict } from './check-cases.ts';
import { compare } from './compare.ts';

const judged = { name: 'a case', context: [], graph: '' };
const accepted: Answer = { name: 'a case', accepted: true };
const refused = (error: string): Answer => ({ name: 'a case', accepted: false, stage: 'builder', error });
const fine: Verdict = { accepted: true, problems: [] };
const saying = (text: string): Verdict => ({ accepted: false, problems: [{ code: 'kro/x', number: 'B61', text }] });
const reserved = refused(
  'failed to validate resourcegraphdefinition: naming convention violation: id kro is a reserved keyword in KRO',
);

test('where both accept there is no difference', () => {
  expect(compare(judged, accepted, fine)).not.toHaveProperty('difference');
});

test('a refusal of one alone is a difference', () => {
  expect(compare(judged, accepted, saying('no'))).toMatchObject({ difference: 'false reject', check: 'B61' });
  expect(compare(judged, reserved, fine)).toMatchObject({ difference: 'false accept', check: 'B2' });
});

test('what kro did not compute is no difference', () => {
  const unwritable: Verdict = { accepted: false, problems: [{ code: 'kro/x', number: 'I89', text: 'bytes' }] };
  expect(compare(judged, { ...accepted, open: true }, unwritable)).not.toHaveProperty('difference');
  expect(compare(judged, accepted, unwritable)).toMatchObject({ difference: 'false reject', check: 'I89' });
  const failing: Answer = {
    name: 'a case',
    accepted: false,
    stage: 'instance',
    error: 'convert "b": unsupported type',
  };
  expect(compare(judged, failing, fine)).toMatchObject({ difference: 'false accept', check: 'I89' });
  expect(compare(judged, failing, unwritable)).not.toHaveProperty('difference');
});

test('where both refuse, ours is about what kro names', () => {
  expect(compare(judged, reserved, saying('The id "kro" is reserved.'))).not.toHaveProperty('difference');
  expect(compare(judged, reserved, saying('The id "each" is reserved.'))).toMatchObject({ difference: 'subject' });
});

test('a key in brackets is the key after a dot', () => {
  const mismatch = refused(
    'failed to validate resource "a": type mismatch in resource "a" at path "metadata.labels[\\"x.io/y\\"]": expression "1" returns',
  );
  expect(compare(judged, mismatch, saying('Resource "a" at metadata.labels["x.io/y"]: no'))).not.toHaveProperty(
    'difference',
  );
  expect(compare(judged, mismatch, saying('Resource "a" at metadata.labels.x: no'))).toMatchObject({
    difference: 'subject',
  });
});
