import { describe, expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { kindsWith } from '../kinds-with.ts';
import { configMap, exampleGraph, resourceOf } from '../rules/example-graph.ts';

const anything = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } as const;
const open = {
  spec: {
    group: 'example.com',
    names: { kind: 'Open', plural: 'opens' },
    scope: 'Namespaced',
    versions: [
      { name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: anything } } } },
    ],
  },
} as const;
const kinds = kindsWith(vendoredKinds(), [open]);

/** What is said of an expression in a field that takes everything. */
function saidOf(value: string) {
  const text = exampleGraph({
    spec: 'name: string | required=true\nlabels: "map[string]string | default={}"\ncount: integer | default=1',
    resources: [
      resourceOf('secret', 'apiVersion: v1\nkind: Secret\nmetadata: {name: "${schema.spec.name}"}\ndata: {a: Yg==}'),
      resourceOf(
        'open',
        `apiVersion: example.com/v1\nkind: Open\nmetadata: {name: "\${schema.spec.name}"}\nspec:\n  value: '${value}'`,
      ),
    ].join('\n'),
  });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  return diagnostics.map(({ code, message, help = '' }) => `${code} ${message} ${help}`);
}

describe('what kro cannot write is refused', () => {
  test.each([
    ['${b"x"}', 'bytes', 'base64.encode'],
    ['${[b"x"]}', 'bytes', 'base64.encode'],
    ['${["x", b"x"]}', 'bytes', 'base64.encode'],
    ['${{"a": {"b": [hash.sha256("x")]}}}', 'bytes', 'base64.encode'],
    ['${{"a": "x", "b": b"x"}}', 'bytes', 'base64.encode'],
    ['${dyn(b"x")}', 'bytes', 'base64.encode'],
    ['${optional.of(b"x")}', 'bytes', 'base64.encode'],
    ['${optional.of(dyn(b"x"))}', 'bytes', 'base64.encode'],
    ['${true ? dyn(b"x") : dyn(b"y")}', 'bytes', 'base64.encode'],
    ['${secret.data.a}', 'bytes', 'base64.encode'],
    ['${[secret.data.a]}', 'bytes', 'base64.encode'],
    ['${schema.spec.labels.map(k, bytes(k))}', 'bytes', 'base64.encode'],
    ['${quantity("1Gi").add(quantity("1Gi"))}', 'kubernetes.Quantity', 'asInteger'],
    ['${url("https://a.b")}', 'kubernetes.URL', 'getHost'],
    ['${ip("10.0.0.1")}', 'net.IP', 'string'],
    ['${cidr("10.0.0.0/8")}', 'net.CIDR', 'string'],
    ['${cidr("10.0.0.0/8").ip()}', 'net.IP', 'string'],
    ['${semver("1.2.3")}', 'kubernetes.Semver', 'major'],
    ['${type(1)}', 'type(int)', 'Compare'],
    ['${{1: "a"}}', 'a map with keys of type int', 'keys'],
    ['${{"a": {true: "a"}}}', 'a map with keys of type bool', 'keys'],
    ['${{dyn(1): "a"}}', 'a map with keys of type int', 'keys'],
    ['${lists.range(2).transformMap(i, v, "a")}', 'a map with keys of type int', 'keys'],
    ['${{"a": 1}.transformMap(k, v, b"x")}', 'bytes', 'base64.encode'],
    ['${{1: "a"}.deepMerge({"b": "c"})}', 'a map with keys of type int', 'keys'],
    ['${{"a": "a"}.deepMerge({"b": b"x"})}', 'bytes', 'base64.encode'],
    ['${9223372036854775808u}', 'a number beyond 9223372036854775807', 'string'],
    ['x-${dyn(1)}', 'a text with int in it', 'string'],
    ['${"x" + dyn(b"y")}', 'a text with bytes in it', 'string'],
  ])('%s', (value, says, help) => {
    expect(saidOf(value)).toEqual([expect.stringContaining(`gives ${says}, which kro cannot write.`)]);
    expect(saidOf(value)[0]).toMatch(/^kro\/unwritable-value /);
    expect(saidOf(value)[0]).toContain(help);
  });
});

describe('what kro can write is taken', () => {
  test.each([
    '${uint(3)}',
    '${3u}',
    '${[3u]}',
    '${{"a": 9223372036854775807u}}',
    '${string(ip("10.0.0.1"))}',
    '${quantity("1Gi").asInteger()}',
    '${type(1) == type(2)}',
    '${base64.encode(b"x")}',
    '${secret.data}',
    '${secret}',
    '${[secret.data]}',
    '${schema.spec.labels}',
    '${{"a": 1}.deepMerge({"b": "c"})}',
    '${{}}',
    '${[]}',
    '${dyn("x")}',
    'x-${dyn("y")}',
    'x-${dyn(schema.spec.labels).a}',
    '${true ? dyn(b"x") : dyn("y")}',
    '${duration("1h")}',
    '${timestamp("2026-01-01T00:00:00Z")}',
  ])('%s', (value) => {
    expect(saidOf(value)).toEqual([]);
  });
});

test('the items of an iterator are written too', () => {
  const graph = (list: string) =>
    exampleGraph({
      resources: configMap({ name: '${schema.spec.name}-${string(one)}', resource: `forEach: [{one: '${list}'}]` }),
    });
  const codes = (text: string) =>
    checkGraph({ source: { path: 'graph.yaml', text } }, kinds).diagnostics.map(({ code }) => code);
  expect(codes(graph('${[ip("10.0.0.1")]}'))).toEqual(['kro/unwritable-value']);
  expect(codes(graph('${["10.0.0.1"]}'))).toEqual([]);
  expect(codes(graph('${[1]}'))).toEqual([]);
});
