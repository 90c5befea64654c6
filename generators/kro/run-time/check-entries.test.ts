import { describe, expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { configMap, exampleGraph, resourceOf } from '../rules/example-graph.ts';

const kinds = vendoredKinds();
const secret = (fields: string) =>
  resourceOf('secret', `apiVersion: v1\nkind: Secret\nmetadata: {name: "\${schema.spec.name}"}\n${fields}`);

function saidOf(resources: readonly string[], status?: string) {
  const spec = 'name: string | required=true\nlabels: "map[string]string | required=true"';
  const text = exampleGraph({ spec, resources: resources.join('\n'), ...(status !== undefined && { status }) });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  return diagnostics.map(({ code, message, help = '' }) => `${code}: ${message} ${help}`);
}

const first = configMap({ id: 'first', metadata: 'labels: {team: web}', data: 'env: test' });
const reading = (expression: string) =>
  configMap({ id: 'second', name: '${schema.spec.name}-b', data: `a: '\${${expression}}'` });

describe('an entry that the template does not have', () => {
  test.each([
    ['first.data.enw', 'missing', 'no "data.enw", so "second" waits for it for ever. Did you mean "env"?'],
    ['first.data["a-b"]', 'missing', 'no "data["a-b"]"'],
    ['first.metadata.labels.tier', 'absent', 'first.metadata.labels[?"tier"].orValue(…)'],
    ['first.metadata.annotations["x"]', 'absent', 'no "metadata.annotations.x"'],
    ['string(first.binaryData.x)', 'absent', 'no "binaryData.x"'],
  ])('%s', (expression, sort, says) => {
    expect(saidOf([first, reading(expression)])).toEqual([expect.stringContaining(says)]);
    expect(saidOf([first, reading(expression)])[0]).toContain(`kro/${sort}-entry: `);
  });

  test.each([
    ['first.data.env'],
    ['first.metadata.labels["team"]'],
    ['first.metadata.labels["kro.run/owned"]'],
    ['first.metadata.annotations["deployment.kubernetes.io/revision"]'],
    ['first.data[?"enw"].orValue("")'],
    ['first.data.?enw.orValue("")'],
    ['has(first.data.enw) ? first.data.enw : ""'],
    ['"enw" in first.data ? first.data["enw"] : ""'],
    ['first.metadata.name'],
    ['first.metadata.uid'],
  ])('is there, or asked for: %s', (expression) => {
    expect(saidOf([first, reading(expression)])).toEqual([]);
  });

  test('what an expression gives is not known', () => {
    const dynamic = configMap({ id: 'first', data: 'env: test' }).replace(
      / data:\n.*/,
      " data: '${schema.spec.labels}'",
    );
    expect(saidOf([dynamic, reading('first.data.enw')])).toEqual([]);
    const entry = configMap({ id: 'first', data: "env: '${schema.spec.name}'" });
    expect(saidOf([entry, reading('first.data.env')])).toEqual([]);
    expect(saidOf([entry, reading('first.data.enw')])).toHaveLength(1);
  });

  test('the data of a secret are those that it is given as texts, too', () => {
    const given = secret('data: {a: Yg==}\nstringData: {b: b}');
    expect(saidOf([given, reading('string(secret.data.a)')])).toEqual([]);
    expect(saidOf([given, reading('string(secret.data.b)')])).toEqual([]);
    expect(saidOf([given, reading('string(secret.data.c)')])).toEqual([expect.stringContaining('kro/missing-entry')]);
    const moved = saidOf([given, reading('secret.stringData.b')]);
    expect(moved).toEqual([expect.stringContaining('moves "stringData" of a Secret to "data"')]);
    expect(moved[0]).toContain('Read `string(secret.data.b)`');
    const token = secret('type: kubernetes.io/service-account-token\ndata: {a: Yg==}');
    expect(saidOf([token, reading('string(secret.data.token)')])).toEqual([]);
  });

  test('a resource whose readiness reads it is never ready, and a status goes without', () => {
    const ready = (expression: string) =>
      configMap({ id: 'first', data: 'env: test', resource: `readyWhen: ['\${${expression}}']` });
    expect(saidOf([ready('first.data.enw == "test"')])).toEqual([
      expect.stringContaining('"first" is never ready. Did you mean "env"?'),
    ]);
    expect(saidOf([ready('first.data.env == "test"')])).toEqual([]);
    const status = saidOf([first], 'enw: ${first.data.enw}');
    expect(status).toEqual([expect.stringContaining('so this field is never written. Did you mean "env"?')]);
    expect(status[0]).toContain('kro/absent-entry');
  });
});

describe('an optional value', () => {
  const spec = 'name: string | required=true\ntag: string\nport: integer';
  const codes = (resources: string) => {
    const { diagnostics } = checkGraph(
      { source: { path: 'graph.yaml', text: exampleGraph({ spec, resources }) } },
      kinds,
    );
    return diagnostics.map(({ code }) => code);
  };
  const service = (port: string) =>
    resourceOf(
      'service',
      `apiVersion: v1\nkind: Service\nmetadata: {name: "\${schema.spec.name}"}\nspec: {ports: [{port: "\${${port}}"}]}`,
    );

  test.each([
    ['in the name of an object', configMap({ name: "'${schema.spec.?tag}'" }), ['kro/absent-value']],
    ['in the name, with another one', configMap({ name: '\'${schema.spec.?tag.orValue("a")}\'' }), []],
    ['in a required field', service('schema.spec.?port'), ['kro/absent-value']],
    ['in a required field, with another one', service('schema.spec.?port.orValue(80)'), []],
    ['where nothing may be', configMap({ data: "a: '${schema.spec.?tag}'" }), []],
  ])('%s', (_, resources, expected) => {
    expect(codes(resources).filter((code) => code !== 'kro/fixed-name')).toEqual(expected);
  });
});
