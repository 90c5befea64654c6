/** Times, JSON, hashes, quantities, addresses, versions and URLs. What kro 0.9.4 makes of each: JSON, `error`, or `missing` for what it waits for. */
export const librariesValues = String.raw`
duration("1h") + duration("30m") => "1h30m0s"
duration("1h") - duration("30m") => "30m0s"
duration("x") => error
duration("1.5h").getMinutes() => 90
duration("1500ms").getMilliseconds() => 1500
duration("90s").getSeconds() => 90
timestamp("2020-01-01T00:00:00Z") + duration("24h") => "2020-01-02T00:00:00Z"
timestamp("2020-01-02T00:00:00Z") - timestamp("2020-01-01T00:00:00Z") => "24h0m0s"
timestamp("2020-03-01T00:00:00Z") > timestamp("2020-02-29T00:00:00Z") => true
timestamp("2020-02-30T00:00:00Z") => error
timestamp("bad") => error
timestamp("2021-06-15T13:14:15.016Z").getFullYear() => 2021
timestamp("2021-06-15T13:14:15.016Z").getMonth() => 5
timestamp("2021-06-15T13:14:15.016Z").getDate() => 15
timestamp("2021-06-15T13:14:15.016Z").getDayOfMonth() => 14
timestamp("2021-06-15T13:14:15.016Z").getDayOfWeek() => 2
timestamp("2021-06-15T13:14:15.016Z").getDayOfYear() => 165
timestamp("2021-06-15T13:14:15.016Z").getHours() => 13
timestamp("2021-06-15T13:14:15.016Z").getMinutes() => 14
timestamp("2021-06-15T13:14:15.016Z").getSeconds() => 15
timestamp("2021-06-15T13:14:15.016Z").getMilliseconds() => 16
timestamp("2021-06-15T13:14:15Z").getHours("UTC") => 13
timestamp("1900-03-01T00:00:00Z").getDayOfYear() => 59
timestamp("2024-12-31T00:00:00Z").getDayOfYear() => 365
a.map.merge({"x": "2", "z": "3"}) => {"x":"2","y":"2","z":"3"}
a.deep.deepMerge({"a": {"c": 2}, "l": [2]}) => {"a":{"b":1,"c":2},"l":[2]}
json.marshal(a.deep) => "{\"a\":{\"b\":1},\"l\":[1]}"
json.marshal({"b": 1, "a": [1.5, "<x>&", null, true, 1e30, 1e-9]}) => "{\"a\":[1.5,\"\\u003cx\\u003e\\u0026\",null,true,1e+30,1e-9],\"b\":1}"
json.marshal("é\u2028") => "\"é\\u2028\""
json.marshal(b"ab") => "\"YWI=\""
json.unmarshal("{\"a\": [1, 2.5, null]}") => {"a":[1,2.5,null]}
json.unmarshal("{\"a\": [1, 2.5, null]}").a[0] => 1
json.unmarshal("bad") => error
json.marshal(json.unmarshal("{\"b\":1,\"a\":\"x\"}")) => "{\"a\":\"x\",\"b\":1}"
base64.encode(b"hello") => "aGVsbG8="
base64.encode(b"") => ""
base64.encode(b"h") => "aA=="
base64.encode(b"he") => "aGU="
string(base64.decode("aGVsbG8=")) => "hello"
string(base64.decode("aGVsbG8")) => "hello"
string(base64.decode("a")) => error
string(base64.decode("!!!!")) => error
base64.encode(hash.sha256("abc")) => "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
base64.encode(hash.sha256("")) => "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
base64.encode(hash.sha256(a.long)) => "qiDCPjIBg0BQZ54diJQbmm/tBVfJpwXLLDFeLmP9SG0="
base64.encode(hash.md5("abc")) => "kAFQmDzST7DWlj99KOF/cg=="
base64.encode(hash.md5(a.long)) => "MKg2Ic5UIvvf3VOXd0WMeA=="
base64.encode(hash.fnv64a("abc")) => "5x+iGQVBV0s="
base64.encode(hash.sha256("é😀")) => "EYTR9ggVjuoJ0pdWVXWJIjFVDEA6qpEwCNhnqXz9XHY="
random.seededString(12, "seed") => "qakd42wvqakd"
random.seededString(0, "seed") => error
random.seededInt(1, 100, "seed") => 52
random.seededInt(5, 5, "seed") => error
random.seededInt(-10, 10, "seed") => -8
quantity("1Gi").asInteger() => 1073741824
quantity("100m").asInteger() => error
quantity("100m").asApproximateFloat() => 0.1
quantity("1e3").asInteger() => 1000
quantity("1k").add(quantity("1")).asInteger() => 1001
quantity("1k").sub(2).asInteger() => 998
quantity("1k").compareTo(quantity("1000")) => 0
quantity("1Mi").isGreaterThan(quantity("1M")) => true
quantity("-1").isInteger() => true
quantity("0.5").isInteger() => false
sign(quantity("-1")) => -1
quantity("1k") == quantity("1000") => true
isQuantity("1Gi") => true
isQuantity("1GB") => false
isQuantity(".5") => true
isQuantity("5.") => true
isQuantity("") => false
isQuantity("1e5") => true
isQuantity("1E5") => true
isQuantity("1Ei") => true
isQuantity("1e") => false
quantity("bad") => error
isIP("10.0.0.1") => true
isIP("10.0.0.256") => false
isIP("010.0.0.1") => false
isIP("::1") => true
isIP("::ffff:1.2.3.4") => false
isIP("fe80::1%eth0") => false
isIP("1:2:3:4:5:6:7:8") => true
isIP("1:2:3:4:5:6:7:8:9") => false
isIP("1::2::3") => false
ip("10.0.0.1").family() => 4
ip("::1").family() => 6
string(ip("2001:DB8:0:0:1:0:0:1")) => "2001:db8::1:0:0:1"
string(ip("2001:db8:0:1:1:1:1:1")) => "2001:db8:0:1:1:1:1:1"
string(ip("::")) => "::"
string(ip("1:0:0:0:0:0:0:0")) => "1::"
ip.isCanonical("2001:DB8::1") => false
ip.isCanonical("2001:db8::1") => true
ip("127.0.0.1").isLoopback() => true
ip("0.0.0.0").isUnspecified() => true
ip("169.254.1.1").isLinkLocalUnicast() => true
ip("224.0.0.1").isLinkLocalMulticast() => true
ip("10.0.0.1").isGlobalUnicast() => true
ip("255.255.255.255").isGlobalUnicast() => false
ip("224.0.0.1").isGlobalUnicast() => false
ip("bad") => error
isCIDR("10.0.0.0/8") => true
isCIDR("10.0.0.0/33") => false
isCIDR("10.0.0.0") => false
isCIDR("::/0") => true
cidr("10.1.2.3/8").prefixLength() => 8
string(cidr("10.1.2.3/8").masked()) => "10.0.0.0/8"
string(cidr("10.1.2.3/8").ip()) => "10.1.2.3"
string(cidr("10.1.2.3/8")) => "10.1.2.3/8"
cidr("10.0.0.0/8").containsIP("10.255.0.1") => true
cidr("10.0.0.0/8").containsIP("11.0.0.1") => false
cidr("10.0.0.0/8").containsIP("::1") => false
cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") => true
cidr("10.1.0.0/16").containsCIDR("10.0.0.0/8") => false
cidr("10.0.0.0/8").containsCIDR(cidr("10.0.0.0/8")) => true
ip("10.0.0.1") == ip("10.0.0.1") => true
semver("1.2.3").major() => 1
semver("1.2.3-rc.1").patch() => 3
semver("1.2.3").compareTo(semver("1.2.3-rc.1")) => 1
semver("1.2.3-rc.2").isGreaterThan(semver("1.2.3-rc.10")) => false
semver("1.2.3-1").isLessThan(semver("1.2.3-a")) => true
semver("1.2.3+a") == semver("1.2.3+b") => true
isSemver("1.2") => false
isSemver("v1.2.3") => false
isSemver("1.2.3-01") => false
isSemver("1.2.3-a.b+c") => true
semver("bad") => error
type(1) == type(2) => true
dyn(1) + 2 => 3
dyn("a") + "b" => "ab"
dyn(1) + "b" => error
dyn(1) < "a" => error
a.name + 1 => error
a.list.x => error
a.n.map(x, x) => error
!a.name => error
a.n ? 1 : 2 => error
-a.name => error
size(a.map) => 2
size(a.name) => 3
{1: "a"}[1] => "a"
{1: "a"}[1.0] => "a"
{true: "a"}[true] => "a"
[1, 2][1.0] => 2
[1, 2][0u] => 1
a["my-field"] => "q"
timestamp("2020-01-01T00:00:00Z") => "2020-01-01T00:00:00Z"
duration("1s") => "1s"
"\u00e9\x41\101" => "éAA"
string(1000000.0) => "1e+06"
string(123456.0) => "123456"
string(123456789.5) => "1.234567895e+08"
string(100000.0) => "100000"
duration("1500us") => "1.5ms"
duration("0s") => "0s"
duration("-90.5s") => "-1m30.5s"
duration("15ns") => "15ns"
type("a") == type(1) => false
timestamp("2020-01-02T03:04:05.5-07:30") => "2020-01-02T10:34:05Z"
cidr("::/0").containsIP("::1") => true
"Ab1".matches("(?i)^ab[[:digit:]]$") => true
isURL("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag") => true
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getHost() => "example.com:8080"
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getHostname() => "example.com"
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getPort() => "8080"
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getEscapedPath() => "/a%20b/c"
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getQuery() => {"x":["1","2"],"y":["&"]}
url("https://user:pw@example.com:8080/a%20b/c?x=1&x=2&y=%26#frag").getScheme() => "https"
url("/a/b").getHost() => ""
url("/a/b").getEscapedPath() => "/a/b"
isURL("/a") => true
isURL("a") => false
isURL("example.com") => false
isURL("") => false
url("HTTP://EXAMPLE.com").getScheme() => "http"
url("nope") => error
timestamp("2021-06-15T13:14:15.916Z") => "2021-06-15T13:14:15Z"
string(hash.md5("l")) => error
lists.range(-1) => error
`;
