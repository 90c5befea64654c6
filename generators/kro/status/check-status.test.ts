import { expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { exampleGraph } from '../rules/example-graph.ts';

const kinds = vendoredKinds();

test.each([
  ['string | from="${config.metadata.uid}"', ['kro/status-like-type']],
  ['[]string | description="${config.metadata.uid}"', ['kro/status-like-type']],
  ['${config.metadata.uid} | description="its id"', ['kro/status-like-type']],
  ['${config.metadata.uid}', []],
  ['id | ${config.metadata.uid}', []],
  ['a string of ${config.metadata.uid}', []],
])('a status that is written like a type is told of: %s', (status, expected) => {
  const text = exampleGraph({ status: `uid: '${status}'` });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  expect(diagnostics.map(({ code }) => code)).toEqual(expected);
});
