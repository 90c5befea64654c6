import { celExpressionCases } from './cel-expressions.ts';
import { type GraphCase, type Json, type JsonObject, makeGraph, printGraph } from './graph-case.ts';

/** Values that kro writes into an object, and such that it cannot write. */
const values = `
b"x" | [b"x"] | ["x", b"x"] | {"a": {"b": [hash.sha256("x")]}} | dyn(b"x") | [dyn(b"x")] | optional.of(b"x") | optional.of(dyn(b"x"))
true ? dyn(b"x") : dyn(b"y") | ["a"].map(x, bytes(x)) | {"a": "b"}.transformMap(k, v, bytes(v)) | base64.encode(b"x")
quantity("1Gi") | quantity("1Gi").add(quantity("1Gi")) | [quantity("1Gi")] | quantity("1Gi").asInteger() | url("https://a.b") | url("https://a.b").getHost()
ip("10.0.0.1") | string(ip("10.0.0.1")) | cidr("10.0.0.0/8") | cidr("10.0.0.0/8").ip() | semver("1.2.3") | semver("1.2.3").major()
type(1) | [type(1)] | type(1) == type(2) | {1: "a"} | {"a": {1: "a"}} | {true: "a"} | {dyn(1): "a"} | {"1": "a"} | {} | []
lists.range(2).transformMap(i, v, "a") | {1: "a"}.deepMerge({2: "b"}) | {"a": 1}.deepMerge({"b": "c"}) | uint(3) | 3u | [3u] | {"a": 9223372036854775807u} | 9223372036854775808u | 18446744073709551615u
duration("1h") | timestamp("2026-01-01T00:00:00Z") | null | optional.none() | [optional.none()] | 1.5 | dyn("x") | "x" + dyn("y") | "x" + dyn(1)
`
  .trim()
  .split(/ \| |\n/);

const metadata = { name: 'a-config' };
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata };

function graphCase(name: string, template: JsonObject, more: Json = {}): GraphCase {
  const spec = { name: 'string', labels: 'map[string]string' };
  const resource = { id: 'config', template, ...(more as JsonObject) };
  return { name: `verdict: ${name}`, context: [], graph: printGraph(makeGraph({ spec }, [resource])) };
}

const including = (condition: string) =>
  graphCase(`includeWhen ${condition}`, configMap, { includeWhen: [`\${${condition}}`] });

/** What was once judged otherwise here than by kro. */
export const verdictCases = (): readonly GraphCase[] => [
  ...celExpressionCases(values.map((code) => ({ name: `value ${code}`, code }))),
  ...['.true', '!.false', '.null == null', 'true', '[true][0]'].map(including),
  ...['/v1', 'v1/', 'apps//v1', '/', '/apps/v1'].map((apiVersion) =>
    graphCase(`apiVersion ${apiVersion}`, { ...configMap, apiVersion }),
  ),
  ...['${schema.spec.name}', '${schema.spec.labels}', 'x'].map((value) =>
    graphCase(`an empty key: ${value}`, { ...configMap, data: { '': value } }),
  ),
  graphCase('an empty key in labels', {
    ...configMap,
    metadata: { ...metadata, labels: { '': '${schema.spec.name}' } },
  }),
];
