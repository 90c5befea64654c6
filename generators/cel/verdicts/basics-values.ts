/** Operators, macros, lists and maps. What kro 0.9.4 makes of each: JSON, `error`, or `missing` for what it waits for. */
export const basicsValues = `
a.name + "-x" => "web-x"
a.n + 1 => 4
a.n / 2 => 1
-a.n / 2 => -1
-7 / 2 => -3
-7 % 3 => -1
7 % -3 => 1
a.d * 2.0 => 3
1 / 0 => error
1 % 0 => error
9223372036854775807 + 1 => error
-9223372036854775808 - 1 => error
9223372036854775807 * 2 => error
1u - 2u => error
1u + 2u => 3
a.missing => missing
a.list[0] => "a"
a.list[5] => missing
a.list[-1] => missing
a.map["x"] => "1"
a.map.x => "1"
a.map["nope"] => missing
a.map[?"nope"].orValue("d") => "d"
a.map[?"x"].orValue("d") => "1"
a.?missing.?deep.orValue("d") => "d"
a.?name.orValue("d") => "web"
a.list[?0].orValue("d") => "a"
a.list[?9].orValue("d") => "d"
has(a.name) => true
has(a.missing) => false
has(a.map.x) => true
has(a.missing.x) => missing
a.nil == null => true
has(a.nil) => true
a.?nil.hasValue() => true
a.empty.size() => 0
true || a.missing => true
a.missing || true => true
false && a.missing => false
a.missing && false => false
a.missing && true => missing
true ? 1 : a.missing => 1
"b" in a.list => true
"z" in a.list => false
"x" in a.map => true
1 in [1.0, 2.0] => true
a.n == 3 => true
a.n == 3.0 => true
a.n == "3" => false
a.d == 1.5 => true
[1, 2] == [1.0, 2.0] => true
{"a": 1} == {"a": 1} => true
{"a": 1} == {"b": 1} => false
a.list == ["a", "b", "c"] => true
"a" < "b" => true
"é" < "z" => false
"é" < "😀" => true
"Z" < "a" => true
true > false => true
b"a" < b"b" => true
a.n < 4 && a.d >= 1.5 => true
a.list.map(x, x + "1") => ["a1","b1","c1"]
a.list.filter(x, x != "a") => ["b","c"]
a.list.map(x, x != "a", x + "2") => ["b2","c2"]
a.list.all(x, x.size() == 1) => true
a.list.exists(x, x == "b") => true
a.list.exists_one(x, x == "b") => true
a.list.exists(x, x == a.missing) => missing
a.list.exists(x, a.missing || x == "b") => true
a.map.map(k, k).sort() => ["x","y"]
a.map.all(k, v, v != "") => true
a.map.transformMap(k, v, v + "!") => {"x":"1!","y":"2!"}
a.map.transformMapEntry(k, v, {v: k}) => {"1":"x","2":"y"}
a.list.transformList(i, v, string(i) + v) => ["0a","1b","2c"]
a.list.transformMap(i, v, v) => {"0":"a","1":"b","2":"c"}
a.list.transformMapEntry(i, v, {v: i}) => {"a":0,"b":1,"c":2}
a.list.transformMapEntry(i, v, {"k": i}) => error
a.list.sortBy(x, -a.list.indexOf(x)) => ["c","b","a"]
["b", "a", "C"].sort() => ["C","a","b"]
[3, 1, 2].sort() => [1,2,3]
[3.5, -1.0].sort() => [-1,3.5]
[].sort() => []
cel.bind(x, a.n, x * x) => 9
optional.of(1).optMap(x, x + 1).value() => 2
optional.none().optMap(x, x + 1).hasValue() => false
optional.of(1).optFlatMap(x, optional.none()).hasValue() => false
optional.none().orValue(3) => 3
optional.of(1).or(optional.of(2)).value() => 1
optional.none().or(optional.of(2)).value() => 2
optional.none().value() => error
optional.ofNonZeroValue("").hasValue() => false
optional.ofNonZeroValue([]).hasValue() => false
optional.ofNonZeroValue({"a": 1}).hasValue() => true
optional.ofNonZeroValue(0).hasValue() => false
optional.of("x") => "x"
optional.none() => null
[?a.?name, ?a.?missing] => ["web"]
{?"a": a.?name, ?"b": a.?missing} => {"a":"web"}
[optional.of(1), optional.none()].unwrapOpt() => [1]
optional.unwrap([optional.of(1), optional.none()]) => [1]
a.list.first().value() => "a"
a.list.last().value() => "c"
[].first().hasValue() => false
a.list.join("-") => "a-b-c"
a.list.join() => "abc"
[].join(",") => ""
a.list.reverse() => ["c","b","a"]
a.list.slice(1, 3) => ["b","c"]
a.list.slice(2, 1) => error
a.list.slice(0, 9) => error
[1, 1, 2, 1.0].distinct() => [1,2]
[[1], [2, [3]]].flatten() => [1,2,[3]]
[[1], [2, [3]]].flatten(2) => [1,2,3]
[1, [2]].flatten(-1) => error
lists.range(3) => [0,1,2]
lists.range(0) => []
lists.setAtIndex([1, 2], 1, 5) => [1,5]
lists.setAtIndex([1, 2], 2, 5) => error
lists.insertAtIndex([1, 2], 2, 5) => [1,2,5]
lists.insertAtIndex([1, 2], 0, 5) => [5,1,2]
lists.removeAtIndex([1, 2], 0) => [2]
lists.removeAtIndex([1, 2], 2) => error
[1, 2, 3].sum() => 6
[1.5, 2.0].sum() => 3.5
["b", "a"].min() => "a"
["b", "a"].max() => "b"
[3, 9, 2].max() => 9
[].max() => error
[1, 2, 2].isSorted() => true
[2, 1].isSorted() => false
[1, 2, 1].indexOf(1) => 0
[1, 2, 1].lastIndexOf(1) => 2
[1].indexOf(9) => -1
`;
