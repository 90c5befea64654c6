/** Texts, and what is no expression. What kro 0.9.4 answers for each; a refusal names the problems that are found here. */
export const syntax = String.raw`
"a" "b" => no: syntax
"a => no: syntax
'a' + "b" => string
'it''s' => no: syntax
'it\'s' => string
"\u00e9\n\t\x41\101" => string
"\z" => no: syntax
"\u12" => no: syntax
"""a "b" c""" => string
'''a''' => string
r"\d+" => string
r'\d+' => string
R"x" => string
b'a' => bytes
B"\xff" => bytes
rb"a" => no: syntax
br"a" => bytes
"é😀".size() => int
"é😀" + schema.spec.name => string
schema.spec.name // comment => string
// only => no: syntax
schema . spec . name => string
schema.spec.name. => no: syntax
schema..spec => no: syntax
schema.spec.name() => no: unknown-function
schema.spec.names. => no: syntax
(schema.spec.name) => string
((1 + 2) * 3) => int
(schema).spec => schema.spec
(schema.spec.names)[0] => string
(1 => no: syntax
1) => no: syntax
[1 => no: syntax
{1 => no: syntax
{"a"} => no: syntax
{"a": } => no: syntax
[1,,2] => no: syntax
f(1,) => no: syntax
size([1],) => no: syntax
schema.spec.names.map(n, n,) => no: syntax
a.b.c(d).e => no: undeclared-reference, unknown-function
a.b(c).d => no: undeclared-reference, unknown-function
schema.spec.name.size().x => no: no-fields
true => bool
false => bool
null => null_type
.true => no: syntax
!.false => no: syntax
.null => no: syntax
in => no: syntax
as => no: syntax
for => no: syntax
namespace => no: syntax
schema.in => no: syntax
schema.as => no: undefined-field
schema.namespace => no: undefined-field
if(true) => no: syntax
a b => no: syntax
1 2 => no: syntax
1a => no: syntax
a1 => no: undeclared-reference
_a => no: undeclared-reference
$a => no: syntax
@a => no: syntax
a@b => no: syntax
schema.spec["my-field"] => no: no-matching-overload
a := 1 => no: syntax
a = 1 => no: syntax
a & b => no: syntax
a | b => no: syntax
a ^ b => no: syntax
a ~ b => no: syntax
1 + => no: syntax
+ 1 => no: syntax
* 1 => no: syntax
? 1 : 2 => no: syntax
1 ? 2 => no: syntax
1 ? 2 : => no: syntax
true ? 1 => no: syntax
schema.spec.names.all(x, x == "a") && schema.spec.names.exists(x, x == "b") => bool
schema.spec.subnets.all(s, s.id.startsWith("a") && s.zone in ["a", "b"]) => bool
schema.spec.enabled == true && (schema.spec.replicas > 1 || schema.spec.replicas == 0) => bool
deployment.status.conditions.exists(c, c.type == "Available" && c.status == "True") => bool
deployment.status.conditions.filter(c, c.type == "Available")[0].lastTransitionTime => timestamp
deployment.status.conditions.map(c, {c.type: c.status}) => list(map(string, string))
deployment.status.readyReplicas == deployment.spec.replicas => bool
deployment.spec.template.spec.containers.map(c, c.ports.map(p, p.containerPort)).flatten() => list(int)
deployment.spec.template.spec.containers.exists(c, c.ports.exists(p, p.name == "http")) => bool
cel.bind(x, schema.spec.subnets.filter(s, s.public), x.size() > 0 ? x[0].id : "") => string
schema.spec.subnets.map(s, s.zone).distinct().sort().join(",") => string
lists.range(3).map(i, {"name": schema.spec.name + "-" + string(i), "index": i}) => list(map(string, dyn))
lists.range(3).transformMap(i, v, "a") => map(int, string)
{"a": {"b": 1}}.a.b => int
{"a": {"b": 1}}["a"]["b"] => int
{"a": 1, "b": [1, {"c": 2}]}.b => dyn
[schema.spec.name, schema.metadata.name].join("-") => string
schema.spec.names + [schema.spec.name] => list(string)
schema.spec.names + [1] => no: no-matching-overload
schema.spec.subnets + deployment.spec.subnets => no: no-matching-overload
schema.spec.subnets + [{"id": "a"}] => no: no-matching-overload
schema.spec.labels.size() => int
schema.spec.labels.exists(k, k.startsWith("a")) => bool
`;
