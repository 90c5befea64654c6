import { expect, test } from 'vitest';
import { fillIn, unknownFacts } from './fill-in.ts';

const facts = { spoke: 'blue', region: 'eu-west-1' };

test.each([
  ['arn:aws:s3:::{spoke}-logs/*', 'arn:aws:s3:::blue-logs/*', []],
  ['{spoke}{region}', 'blueeu-west-1', []],
  ['{vpc} of {spoke}', '{vpc} of blue', ['vpc']],
  ['${aws:username} ${spoke} {{spoke}} {"spoke"} {}', '${aws:username} ${spoke} {{spoke}} {"spoke"} {}', []],
])('%s', (text, filled, unknown) => {
  expect(fillIn(text, facts)).toBe(filled);
  expect(unknownFacts(text, facts)).toEqual(unknown);
});
