/** Operators, literals, lists, maps and optional values. What kro 0.9.4 answers for each; a refusal names the problems that are found here. */
export const operators = `
schema.spec.name + "-suffix" => string
"prefix-" + schema.spec.name => string
"a" + 1 => no: no-matching-overload
"a" + string(1) => string
1 + 1 => int
1 + 1.0 => no: no-matching-overload
1u + 1 => no: no-matching-overload
1.0 / 2.0 => double
5 % 2 => int
5.0 % 2.0 => no: no-matching-overload
-schema.spec.replicas => int
-schema.spec.name => no: no-matching-overload
!schema.spec.enabled => bool
!schema.spec.name => no: no-matching-overload
!!schema.spec.enabled => bool
!!schema.spec.name => string
!!!schema.spec.enabled => bool
--schema.spec.replicas => int
- -1 => int
-1 => int
--1 => int
9223372036854775807 => int
18446744073709551615u => uint
18446744073709551616u => no: syntax
0x7fffffffffffffff => int
0xFFu => uint
1e3 => double
1.5e-3 => double
.5 => double
1. => no: syntax
1.e3 => no: no-fields
1 == 1 => bool
1 == "a" => no: no-matching-overload
1 == 1.0 => no: no-matching-overload
1 < 2u => no: no-matching-overload
schema.spec.port == 1 => bool
schema.spec.port == "http" => bool
schema.spec.port < 3 => bool
schema.spec.target == 1 => bool
schema.spec == schema.spec => bool
schema.spec == deployment.spec => no: no-matching-overload
schema.spec.subnets == deployment.spec.subnets => no: no-matching-overload
schema.spec.name == null => no: no-matching-overload
schema.spec.spec == null => no: undefined-field
schema.spec.deep == null => bool
schema.spec.at == null => bool
schema.spec.names == null => no: no-matching-overload
null == null => bool
schema.spec.at < timestamp("2020-01-01T00:00:00Z") => bool
schema.spec.at + schema.spec.wait => timestamp
schema.spec.at - schema.spec.at => duration
schema.spec.day.getFullYear() => int
schema.spec.wait.getSeconds() => int
schema.spec.wait.getFullYear() => no: no-matching-overload
schema.spec.at.getHours("UTC") => int
schema.spec.enabled && schema.spec.name => no: type-mismatch
schema.spec.enabled && true || false => bool
schema.spec.enabled || schema.spec.port => bool
schema.spec.free.x && true => bool
schema.spec.enabled ? 1 : 2 => int
schema.spec.enabled ? 1 : "a" => no: no-matching-overload
schema.spec.enabled ? 1 : dyn("a") => dyn
schema.spec.enabled ? [] : [1] => list(int)
schema.spec.enabled ? [1] : [] => list(int)
schema.spec.enabled ? {} : schema.spec.labels => map(string, string)
schema.spec.enabled ? null : schema.spec.name => no: no-matching-overload
schema.spec.enabled ? schema.spec.deep : null => schema.spec.deep
schema.spec.name ? 1 : 2 => no: no-matching-overload
schema.spec.enabled ? schema.spec.name : schema.spec.port => dyn
schema.spec.enabled ? schema.spec.port : schema.spec.name => dyn
true ? false ? 1 : 2 : 3 => no: syntax
true ? (false ? 1 : 2) : 3 => int
true ? 1 : false ? 2 : 3 => int
"a" in schema.spec.names => bool
1 in schema.spec.names => no: no-matching-overload
"a" in schema.spec.labels => bool
1 in schema.spec.labels => no: no-matching-overload
"a" in schema.spec => no: no-matching-overload
schema.spec.name in ["a", "b"] => bool
schema.spec.names[0] => string
schema.spec.names["a"] => no: no-matching-overload
schema.spec.labels[0] => no: no-matching-overload
schema.spec["name"] => no: no-matching-overload
schema.spec.names[schema.spec.port] => string
schema.spec.matrix[0][1] => int
[] => list(dyn)
[1, 2] => list(int)
[1, "a"] => list(dyn)
[1, dyn("a")] => list(dyn)
[[], [1]] => list(list(int))
[[1], []] => list(list(int))
[null, "a"] => list(dyn)
[null, schema.spec.deep] => list(schema.spec.deep)
[schema.spec.deep, null] => list(null_type)
[schema.spec.port, "a"] => list(dyn)
["a", schema.spec.port] => list(dyn)
{} => map(dyn, dyn)
{"a": 1} => map(string, int)
{"a": 1, "b": "c"} => map(string, dyn)
{"a": [], "b": [1]} => map(string, list(int))
{1: "a", "b": "c"} => map(dyn, string)
{schema.spec.name: schema.spec.replicas} => map(string, int)
{"a": schema.spec.port, "b": 1} => map(string, dyn)
{a: 1} => no: undeclared-reference
[1, 2,] => list(int)
{"a": 1,} => map(string, int)
has(schema.spec.name) => bool
has(schema.spec.nam) => no: undefined-field
has(schema.spec) => bool
has(schema) => no: syntax
has(schema.spec.labels.a) => bool
has(schema.spec.labels["a"]) => no: syntax
has(schema.spec.free.x) => bool
has(schema.spec.name.x) => no: no-fields
has(has(schema.spec.name)) => bool
has(schema.spec, schema) => no: unknown-function
!has(schema.spec.name) || schema.spec.name == "a" => bool
schema.?spec => optional(schema.spec)
schema.?spec.name => optional(string)
schema.?spec.?name => optional(string)
schema.?spec.?name.orValue("x") => string
schema.?spec.?name.orValue(1) => no: no-matching-overload
schema.?spec.?nme => no: undefined-field
schema.spec.?labels.a => optional(string)
schema.spec.?labels[?"a"] => optional(string)
schema.spec.labels[?"a"] => optional(string)
schema.spec.labels[?"a"].orValue("b") => string
schema.spec.names[?0].hasValue() => bool
schema.spec.names[?0].value() => string
schema.spec.?deep.a.b.c => optional(string)
schema.spec.?deep.a.b.d => no: undefined-field
schema.spec.?free.x.y.orValue("z") => dyn
schema.?spec.?name.or(optional.of("a")) => optional(string)
schema.?spec.?name.optMap(n, n + "-x") => optional(string)
schema.?spec.?name.optMap(n, n + "-x").orValue("") => string
schema.?spec.?name.optFlatMap(n, optional.of(n)) => optional(string)
schema.?spec.?name.optFlatMap(n, n) => no: no-matching-overload
schema.spec.name.optMap(n, n) => no: no-matching-overload
optional.of(1) => optional(int)
optional.none() => optional(dyn)
optional.none().orValue(1) => int
optional.ofNonZeroValue("a") => optional(string)
optional.ofNonZeroValue(schema.spec.name).orValue("b") => string
optional.unwrap([optional.of(1)]) => list(int)
[optional.of(1)].unwrapOpt() => list(int)
[?schema.?spec.?name] => list(string)
[?schema.?spec.?name, "b"] => list(string)
[?schema.spec.name] => no: type-mismatch
["a", ?schema.?spec.?name] => list(string)
{?"a": schema.?spec.?name} => map(string, string)
{?"a": schema.spec.name} => no: type-mismatch
{"b": 1, ?"a": schema.?spec.?name} => map(string, dyn)
{?"a": optional.of(1), ?"b": optional.none()} => map(string, int)
[?optional.of(1) , ?true ? optional.of(2) : optional.none()] => list(int)
schema.spec.names.first() => optional(string)
schema.spec.names.last().orValue("x") => string
{}[null] => no: no-matching-overload
dyn({})[b"a"] => no: no-matching-overload
{b"a": 1}[?b"a"] => no: no-matching-overload
dyn({})[1.5] => dyn
1 > 0 == true => bool
true == 1 > 0 => no: no-matching-overload
true == (1 > 0) => bool
true == ((1) > 0) => bool
true == (1) > 0 => no: no-matching-overload
1 == 2 == (3 > (4)) => bool
1 == 2 != true in [true] => bool
")" == ("(" + ")") in [true] => bool
`;
