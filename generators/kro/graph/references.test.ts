import { expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { configMap, exampleGraph } from '../rules/example-graph.ts';

const helpFor = (line: string) => {
  const text = exampleGraph({ resources: configMap({ data: `a: ${line}` }) });
  const { diagnostics } = checkGraph({ source: { path: 'a.yaml', text } }, vendoredKinds());
  return diagnostics.map(({ code, help }) => [code, help]);
};

test('a variable of a shell can be written as a text', () => {
  expect(helpFor("'cd ${HOME}'")).toEqual([
    ['kro/unknown-reference', 'For the text `${HOME}` itself, write `${"${HOME}"}`.'],
  ]);
  expect(helpFor("'cd ${home}'")).toEqual([['kro/unknown-reference', undefined]]);
});

test('a brace in single quotes ends an expression', () => {
  expect(helpFor(`"\${schema.spec.name + '}'}"`)).toEqual([
    [
      'kro/expression-syntax',
      'A brace in single quotes ends the expression for kro: write the string in double quotes.',
    ],
  ]);
});
