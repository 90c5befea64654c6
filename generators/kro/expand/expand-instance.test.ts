import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { storedValue } from '../../schema/structural/stored-value.ts';
import { checkGraph } from '../check-graph.ts';
import { exampleGraph } from '../rules/example-graph.ts';
import { expandInstance } from './expand-instance.ts';

const kinds = vendoredKinds();

function expand(parts: Parameters<typeof exampleGraph>[0], spec: Readonly<Record<string, unknown>>) {
  const { graph, order, dependencies, crd } = checkGraph({ object: parse(exampleGraph(parts)) }, kinds);
  if (!graph || !order || !dependencies || !crd) throw new Error('kro would refuse the graph');
  const given = { apiVersion: 'kro.run/v1alpha1', kind: 'Example', metadata: { name: 'one', namespace: 'home' }, spec };
  const schema = crd.spec.versions[0].schema.openAPIV3Schema;
  const { objects, unmade } = expandInstance(
    { graph, order, dependencies },
    storedValue(given, schema) as typeof given,
    kinds,
  );
  return { objects, unmade, data: objects.map(({ object }) => object['data']) };
}

const configMap = (id: string, data: string, more = '') =>
  [`- id: ${id}`, ...(more === '' ? [] : [`  ${more}`]), '  template:', '    apiVersion: v1', '    kind: ConfigMap']
    .concat([`    metadata: {name: "\${schema.spec.name}-${id}"}`, `    data: ${data}`])
    .join('\n');

describe('expandInstance', () => {
  test('fills in what the instance and its defaults say, in the namespace of the instance', () => {
    const { objects } = expand(
      {
        spec: 'name: string\nsize: integer | default=3',
        resources: configMap('a', '{size: "${string(schema.spec.size)}"}'),
      },
      { name: 'x' },
    );
    expect(objects).toEqual([
      {
        id: 'a',
        object: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'x-a', namespace: 'home' },
          data: { size: '3' },
        },
      },
    ]);
  });

  test('shows what only the cluster knows as where it will come from, and reads what a graph wrote', () => {
    const { data } = expand(
      {
        resources: [
          configMap('b', '{uid: "${a.metadata.uid}", text: "id-${a.metadata.uid}", name: "${a.metadata.name}"}'),
          configMap('a', '{k: v}'),
        ].join('\n'),
      },
      { name: 'x' },
    );
    expect(data).toEqual([{ k: 'v' }, { uid: '‹a.metadata.uid›', text: 'id-‹a.metadata.uid›', name: 'x-a' }]);
  });

  test('makes an object for each item, and one for all where only the cluster knows the list', () => {
    const { objects } = expand(
      {
        spec: 'name: string\nzones: "[]string"',
        resources: [
          '- id: each1',
          '  forEach: [{zone: "${schema.spec.zones}"}]',
          '  template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${schema.spec.name}-${zone}"}}',
          '- id: later',
          '  forEach: [{owner: "${each1[0].metadata.finalizers}"}]',
          '  template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "l-${owner}"}}',
        ].join('\n'),
      },
      { name: 'x', zones: ['a', 'b'] },
    );
    expect(objects.map(({ id, object, forEach }) => [id, object['metadata'], forEach])).toEqual([
      ['each1', { name: 'x-a', namespace: 'home' }, undefined],
      ['each1', { name: 'x-b', namespace: 'home' }, undefined],
      ['later', { name: 'l-‹owner›', namespace: 'home' }, '‹each1[0].metadata.finalizers›'],
    ]);
  });

  test('decides conditions where it can, and skips what reads a resource that is not made', () => {
    const resources = [
      configMap('a', '{k: v}', 'includeWhen: ["${schema.spec.on}"]'),
      configMap('b', '{of: "${a.metadata.name}"}'),
      configMap('c', '{k: v}', 'includeWhen: ["${d.metadata.generation > 1}"]'),
      configMap('d', '{k: v}'),
    ].join('\n');
    const spec = 'name: string\non: boolean';
    const off = expand({ spec, resources }, { name: 'x', on: false });
    expect(off.unmade).toEqual([
      { id: 'a', why: 'condition', message: '${schema.spec.on} is false.' },
      { id: 'b', why: 'skipped', message: 'It reads "a", of which nothing is made.' },
    ]);
    expect(off.objects.map(({ id, when }) => [id, when])).toEqual([
      ['d', undefined],
      ['c', '‹d.metadata.generation > 1›'],
    ]);
    expect(expand({ spec, resources }, { name: 'x', on: true }).unmade).toEqual([]);
  });

  test('says what an instance would wait for, and what kro cannot compute', () => {
    const { unmade } = expand(
      {
        spec: 'name: string\nsize: integer',
        resources: [
          configMap('a', '{size: "${string(schema.spec.size)}"}'),
          configMap('b', '{k: "${string(1 / (schema.spec.name == \\"x\\" ? 0 : 1))}"}'),
        ].join('\n'),
      },
      { name: 'x' },
    );
    expect(unmade).toEqual([
      { id: 'a', why: 'waits', message: 'no such key: size' },
      { id: 'b', why: 'fails', message: 'division by zero' },
    ]);
  });
});
