/** Macros and the loops that they make. What kro 0.9.4 answers for each; a refusal names the problems that are found here. */
export const macros = `
schema.spec.names.map(n, n) => list(string)
schema.spec.names.map(n, n + "a") => list(string)
schema.spec.names.map(n, n > "a", n + "a") => list(string)
schema.spec.names.map(n, 1, n) => no: no-matching-overload
schema.spec.names.filter(n, n == "a") => list(string)
schema.spec.names.filter(n, n) => no: no-matching-overload
schema.spec.names.all(n, n == "a") => bool
schema.spec.names.exists(n, n == "a") => bool
schema.spec.names.exists_one(n, n == "a") => bool
schema.spec.names.existsOne(n, n == "a") => no: undeclared-reference, unknown-function
schema.spec.names.exists(n, n) => no: type-mismatch
schema.spec.names.map(1, n) => no: syntax
schema.spec.names.map(n) => no: undeclared-reference, unknown-function
schema.spec.names.map(n, n.x) => no: no-fields
schema.spec.names.map(schema, schema) => list(string)
schema.spec.names.all(__result__, true) => no: syntax
schema.spec.labels.map(k, k) => list(string)
schema.spec.labels.map(k, schema.spec.labels[k]) => list(string)
schema.spec.labels.all(k, k != "") => bool
schema.spec.labels.all(k, v, k != v) => bool
schema.spec.labels.exists(k, v, k == v) => bool
schema.spec.labels.existsOne(k, v, k == v) => bool
schema.spec.labels.exists_one(k, v, k == v) => bool
schema.spec.labels.transformList(k, v, k + v) => list(string)
schema.spec.labels.transformList(k, v, k != "a", v) => list(string)
schema.spec.labels.transformMap(k, v, v + "x") => map(string, string)
schema.spec.labels.transformMap(k, v, v != "", 1) => map(string, int)
schema.spec.labels.transformMapEntry(k, v, {v: k}) => map(string, string)
schema.spec.labels.transformMapEntry(k, v, k != "", {v: k}) => map(string, string)
schema.spec.names.transformMapEntry(i, v, {v: i}) => map(string, int)
schema.spec.names.transformList(i, v, i) => list(int)
schema.spec.names.transformMap(i, v, v) => map(int, string)
schema.spec.names.transformMap(i, i, v) => no: syntax
schema.spec.subnets.map(s, s.id) => list(string)
schema.spec.subnets.map(s, s.unknown) => no: undefined-field
schema.spec.subnets.map(s, {"id": s.id, "zone": s.zone}) => list(map(string, string))
schema.spec.subnets.map(s, {"id": s.id, "public": s.public}) => list(map(string, dyn))
schema.spec.subnets.filter(s, s.public) => list(schema.spec.subnets.@idx)
schema.spec.subnets.filter(s, s.public).map(s, s.id).join(",") => string
schema.spec.subnets.sortBy(s, s.id) => list(schema.spec.subnets.@idx)
schema.spec.subnets.sortBy(s, s) => no: no-matching-overload
schema.spec.names.sortBy(n, n.size()) => list(string)
[3, 1].sortBy(x, -x) => list(int)
"abc".sortBy(x, x) => no: syntax
{"a": 1}.sortBy(x, x) => no: syntax
schema.spec.groups.map(k, schema.spec.groups[k].size) => list(int)
schema.spec.groups.transformList(k, g, g.size).sum() => int
schema.spec.free.map(x, x) => no: not-iterable
schema.spec.free.map(x, x.y) => no: not-iterable
schema.spec.free.items.map(x, x.y) => list(dyn)
schema.spec.free.items.filter(x, x.y == 1).map(x, x.z) => list(dyn)
schema.spec.port.map(x, x) => list(dyn)
schema.spec.replicas.map(x, x) => no: not-iterable
schema.spec.name.map(x, x) => no: not-iterable
schema.spec.deep.map(x, x) => no: not-iterable
cel.bind(x, schema.spec.name, x + "a") => string
cel.bind(x, schema.spec.name, x + 1) => no: no-matching-overload
cel.bind(x.y, 1, 2) => no: syntax
cel.bind(x, [], x + [1]) => list(int)
cel.bind(x, {}, x.a) => dyn
foo.bind(x, 1, 2) => no: undeclared-reference, unknown-function
[].map(x, x) => list(dyn)
[].map(x, x + 1) => list(int)
[].map(x, x.y) => list(dyn)
[].filter(x, x > 1) => list(int)
[].all(x, x > 1) => bool
[[]].map(x, x) => list(list(dyn))
[] + [1] => list(int)
[] + [] => list(dyn)
[1] + ["a"] => no: no-matching-overload
[1] + [dyn("a")] => list(dyn)
[] == [1] => bool
{} == {"a": 1} => bool
{}.a => dyn
[].size() => int
["a"].exists(x, 1 < 2.0) => bool
["a"].exists(x, true) && 1u >= 2.0 => bool
cel.bind(x, 1, x < 2.0) => bool
1 < 2.0 && ["a"].exists(x, true) => no: no-matching-overload
[1 < 2.0].exists(x, x) => no: no-matching-overload
["a"].exists(x, 1 == 1.0) => no: no-matching-overload
["a"].exists(x, x < 1.0) => no: no-matching-overload
`;
