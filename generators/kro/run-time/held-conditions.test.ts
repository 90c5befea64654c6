import { expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { configMap, exampleGraph } from '../rules/example-graph.ts';

const kinds = vendoredKinds();

/** Whether a resource with conditions may read another one with conditions, without a warning. */
function mayRead(own: readonly string[], others: readonly string[]): boolean {
  const listed = (conditions: readonly string[]) =>
    `includeWhen: [${conditions.map((one) => `'\${${one.replace(/\b([abc])\b/g, 'schema.spec.$1')}}'`).join(', ')}]`;
  const text = exampleGraph({
    spec: 'name: string | required=true\na: boolean | default=true\nb: boolean | default=true\nc: boolean | default=true',
    resources: [
      configMap({ id: 'first', resource: listed(others) }),

      configMap({ id: 'second', name: '${first.metadata.name}-b', resource: listed(own) }),
    ].join('\n'),
  });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  const codes = diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code !== 'kro/reads-skippable')).toEqual([]);
  return codes.length === 0;
}

test.each([
  [['a'], ['a']],
  [['a && b'], ['a']],
  [['a', 'b'], ['a']],
  [['a && b'], ['b', 'a']],
  [['a', 'b'], ['(a) && b']],
  [['c && (b && a)'], ['a && c']],
  [['a == true'], ['a']],
  [['a'], ['a || b']],
  [['!(a || b)'], ['!b']],
  [['!(a || b)', 'c'], ['!a && c']],
])('%j may read what has %j', (own, others) => {
  expect(mayRead(own, others)).toBe(true);
});

test.each([
  [['a'], ['a && b']],
  [['a || b'], ['a']],
  [['a'], ['b']],
  [['!a'], ['a']],
  [['!(a && b)'], ['!a']],
  [['a == false'], ['a']],
  [['a'], ['a', 'b']],
])('%j may not read what has %j', (own, others) => {
  expect(mayRead(own, others)).toBe(false);
});

test.each([
  ['its condition needs it, and all that it needs', 'includeWhen: [\'${between.metadata.name != ""}\']', '', 0],
  ['its data needs it', '', 'a: ${between.metadata.name}', 2],
])('what has conditions may be read where %s', (_, resource, data, count) => {
  const text = exampleGraph({
    spec: 'name: string | required=true\na: boolean | default=true',
    resources: [
      configMap({ id: 'first', resource: "includeWhen: ['${schema.spec.a}']" }),
      configMap({ id: 'between', name: '${first.metadata.name}-c', resource: "includeWhen: ['${schema.spec.a}']" }),
      configMap({
        id: 'second',
        name: '${first.metadata.name}-b',
        ...(resource !== '' && { resource }),
        ...(data !== '' && { data }),
      }),
    ].join('\n'),
  });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(count).fill('kro/reads-skippable'));
});
