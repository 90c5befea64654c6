import { inspectExpression } from '../../../generators/cel/inspect-expression.ts';
import { mostOfAll, mostOfRule, ruleCost } from '../../../generators/kro/crd/check-rule-costs.ts';
import { specSchema } from '../../../generators/kro/simple-schema/spec-schema.ts';
import type { CelText } from './cel-expressions.ts';
import { type GraphCase, type JsonObject, makeGraph, printGraph } from './graph-case.ts';

/** Custom types that rules are about, and what else is asked of the field. */
const types: Readonly<Record<string, JsonObject>> = {
  Server: {
    host: 'string | required=true maxLength=50',
    note: 'string',
    port: 'integer | required=true',
    tags: '[]string',
    'node-name': 'string | maxLength=9',
    sub: 'Inner',
  },
  Inner: { names: '[]string | maxItems=4', labels: 'map[string]string', on: 'boolean', ratio: 'float' },
};

/** A type with its markers, and rules for its values. */
const rules: Readonly<Record<string, readonly string[]>> = {
  'string | maxLength=10': [
    'self == oldSelf',
    'self != oldSelf',
    "self == 'abc'",
    "self < 'abc'",
    "self.startsWith('ab') || self.endsWith('yz')",
    "self.contains('abcdefghijklmnopqrstuvw')",
    "self.matches('^[a-z]+([a-z0-9]|-[a-z])*$')",
    "matches(self, '^a+$')",
    'size(self) > 3 && self.size() < 9',
    'self.lowerAscii() == self.upperAscii()',
    "self.replace('a', 'bcd').size() > 0",
    "self.replace('', 'bcd') == self",
    "self.replace('abc', 'd') == self",
    "self.split(',').all(x, x.size() > 0)",
    "self.split(',', 3).exists(x, x == self)",
    "self.split(',').join('-') == self",
    "self.split(',').map(x, x + '-').join(' ') == self",
    'self.substring(1, 3) == self.trim()',
    "self.charAt(1) == 'a'",
    "self.indexOf('a') < self.lastIndexOf('b')",
    "self.find('[0-9]+') != ''",
    "self.findAll('[0-9]+').size() < 3",
    "self + self == 'x' + self",
    "'%s-%d'.format([self, 1]) == self",
    'isURL(self) && url(self).getHost() == self',
    'url(self) == url(self)',
    "isQuantity(self) && quantity(self).isLessThan(quantity('10'))",
    "quantity(self) == quantity('1')",
    'quantity(self).add(1).sub(2).compareTo(quantity(self)) == 0',
    'isIP(self) && ip(self).family() == 4 && !ip.isCanonical(self)',
    "ip(self) == ip('10.0.0.1')",
    "isCIDR(self) && cidr('10.0.0.0/8').containsCIDR(self)",
    "cidr(self).containsIP('10.0.0.1') || cidr(self).containsIP(ip(self))",
    'cidr(self).masked().prefixLength() > 8 && cidr(self).ip().isLoopback()',
    "self in ['a', 'b', 'c']",
    "self in {'a': 1, 'b': 2}",
    'bytes(self).size() > 2 && string(bytes(self)) == self',
    "dyn(self) == 'a'",
    'type(self) == string',
    "self == 'a' ? self.size() > 1 : self.matches('^x+$')",
    "(self == 'a' ? self : self + 'long') == 'x'",
    "!(self == 'a') && (self != 'b' || self == 'c')",
    'int(self) > 3',
    'cel.bind(x, self + self, x == x + x)',
    "optional.of(self).orValue('a') == self",
    'base64.encode(bytes(self)) == self',
    'self.reverse() == self',
    'strings.quote(self) == self',
    "duration(self) < duration('1h') && timestamp(self) > timestamp('2000-01-01T00:00:00Z')",
    '[self, self].isSorted()',
    "[self, 'a'].max() == [self].min()",
    '[self].map(a, a + a).exists(b, b.size() > 3)',
    "{'a': self}.all(k, k != self)",
    "{'a': self}['a'] == self && [self][0] == self",
    "sets.contains([self], ['a', 'b']) || sets.equivalent([self], ['a'])",
    "sets.intersects([self], ['a'])",
    'format.dns1123Label().validate(self).hasValue()',
    "format.named('uuid').orValue(format.uri()).validate(self) == optional.none()",
    'format.uri() == format.uuid()',
    'format.uri() != format.uuid()',
    'quantity(self) != quantity(self)',
    'semver(self).major() > 1 && semver(self) == semver(self)',
    "self.matches('(')",
    "duration('a day') > duration('1h')",
    "self in ['a', string(1)] || self in ['a', 1]",
    "self in ['a', dyn(1)]",
    "{'a': 1, 'b': 'c'}.size() > 1",
    "'%s %d'.format(['a', 1]) == self",
    "timestamp('2024-01-01') < timestamp('2024-01-01T00:00:00Z')",
    "matches('(', self)",
    "self.find('[a') == 'a' || self.findAll('a)').size() > 0",
    "int(string('a')) > 1",
    "bytes('a') == b'a' && uint(-1) == uint('2')",
    "random.seededString(4, self) == 'a'",
    'json.marshal(self) == self',
    "self == 'a' || 1 < 2.0",
    'lists.range(3).map(i, i * 2).sum() > 3',
  ],
  string: ["self == 'a'", 'self == oldSelf', 'self.size() < 100', "self.startsWith('a')"],
  'string | enum="a,bcd,ef"': ["self == 'bcd'", "self + 'x' == oldSelf"],
  'integer | minimum=1': ['self > 3', 'self == oldSelf', 'self % 2 == 0 || self < 100', 'double(self) / 3.0 < 1.5'],
  float: ['self < 1.5', 'self == oldSelf', 'int(self) > 1'],
  boolean: ['self || !oldSelf', 'self == true'],
  '[]string | maxItems=7': [
    'self == oldSelf',
    'self.size() > 1',
    "'a' in self",
    'self.all(x, x.size() < 10)',
    "self.exists(x, x == 'a')",
    "self.exists_one(x, x.startsWith('a'))",
    "self.map(x, x + '-').size() < 3",
    "self.filter(x, x != '').size() == self.size()",
    "self.map(x, x != '', x.lowerAscii()).all(y, y in self)",
    'self.all(x, self.exists_one(y, x == y))',
    'self.isSorted()',
    'self.max() == self.min()',
    "self.indexOf('a') != self.lastIndexOf('b')",
    "self.join(',').size() < 100",
    "self + ['a'] == self",
    'self[0] == self[1]',
    "self.all(i, x, i < 3 || x == 'a')",
    'self.transformList(i, x, x + string(i)).size() > 1',
    'self.slice(0, 1) == self.reverse()',
    'self.slice(1, 3).all(x, x.size() > 0)',
    'self.map(x, [x, x]).flatten().size() > 3',
    '[[self]].flatten(2).size() > 3',
    'self.sortBy(x, x.size())[0] == self[0]',
    'sets.contains(self, self) && sets.equivalent(self, self)',
    "self.first().orValue('') == self.last().orValue('')",
    "self.exists(i, x, i > 1 && x == 'a')",
    "self[?0].orValue('') == 'a'",
    'self.map(x, self.map(y, x + y)).all(z, z.size() > 1)',
    'self.distinct().size() == self.size() && self.sort() == self',
    'cel.bind(first, self[0], self.all(x, x == first))',
    '(self.size() > 3 ? self : self + self).all(x, x.size() > 1)',
  ],
  '[]integer | maxItems=30': ['self.sum() > 3', 'self.max() < 8', 'self.isSorted()', 'self.all(x, x in [1, 2, 3])'],
  'map[string]string': [
    'self == oldSelf',
    'self.all(k, k.size() < 9)',
    "self.exists(k, self[k] == 'a')",
    "'a' in self && self['a'].size() < 3",
    'self.size() < 4',
  ],
  Server: [
    'self == oldSelf',
    "self.host == 'a' && self.port > 3",
    "has(self.note) && self.note.contains('a')",
    'has(self.tags) && self.tags.size() < 3',
    "self.node__dash__name == 'a'",
    'self.sub.names.all(x, x.size() < 9)',
    "self.sub.labels.all(k, k.startsWith('a'))",
    'self.sub.labels.all(k, v, k == v)',
    "self.sub.labels['a'] == 'b'",
    "self.?note.orValue('') == self.host",
    'self.?sub.?ratio.orValue(1.0) < 2.0',
    'self.sub.on || self.sub.ratio < 2.0',
    "self.sub.labels.map(k, k + self.sub.labels[k]).join(',').size() < 5",
    "self.sub.labels.transformMap(k, v, v + 'x').size() > 2",
  ],
};

/** Graphs on both sides of what the API server allows, as we estimate it: of the rules above, and of `texts` that read nothing. */
export function ruleCostCases(texts: readonly CelText[]): readonly GraphCase[] {
  const single = Object.entries(rules).flatMap(([type, all]) => all.flatMap((rule) => aroundLimit(type, rule)));
  const closed = texts.filter(({ code }) => isClosed(code));
  const wrapped = closed.flatMap(({ code }) => aroundLimit('boolean', `[${code}].size() == 1 || self`));
  return [...single, ...aroundTotal(), ...wrapped];
}

/** A marker is on one line, and reads an expression with quotes in it only with escapes. */
function isClosed(code: string): boolean {
  if (/[\n\\"]/.test(code)) return false;
  const { problem, references } = inspectExpression(code);
  return problem === undefined && references.length === 0;
}

/** A rule in a list that is just not too long, and just too long. */
function aroundLimit(type: string, rule: string): readonly GraphCase[] {
  const marked = `${type}${type.includes('|') ? '' : ' |'} validation="${rule}"`;
  const most = Math.floor(mostOfRule / costOf(rule, marked));
  const lengths = Number.isFinite(most) ? [most, most + 1].filter((length) => length > 0) : [1];
  return lengths.map((length) =>
    caseOf(`${rule}, of ${type}, ${length} times`, { ...types, Wrapped: { item: marked } }, { items: listOf(length) }),
  );
}

/** As many rules as are allowed together, and one more. */
function aroundTotal(): readonly GraphCase[] {
  const rule = "self == 'abc'";
  const item = `string | maxLength=10 validation="${rule}"`;
  const length = Math.floor(mostOfRule / costOf(rule, item));
  const most = Math.floor(mostOfAll / (length * costOf(rule, item)));
  return [most, most + 1].map((count) => {
    const lists = Array.from({ length: count }, (_, index) => [`items${index}`, listOf(length)]);
    return caseOf(`${count} rules`, { Wrapped: { item } }, Object.fromEntries(lists));
  });
}

const listOf = (length: number): string => `[]Wrapped | maxItems=${length}`;

function costOf(rule: string, item: string): number {
  const { schema } = specSchema({ item }, types);
  const property = schema.properties?.['item'];
  return property === undefined ? 0 : ruleCost(rule, property);
}

function caseOf(name: string, types: JsonObject, spec: JsonObject): GraphCase {
  return { name: `rule cost: ${name}`, context: [], graph: printGraph(makeGraph({ spec, types }, [])) };
}
