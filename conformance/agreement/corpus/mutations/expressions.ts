import { type Draft, leavesIn, type Mutation, misspell, type Site, setAt, valueAt } from './mutation.ts';
import type { Random } from './random.ts';

/** An expression in a text of the draft. */
interface Hole {
  readonly site: Site;
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

/** Between `${` and the brace that closes it, counted outside of double quotes. */
function holesIn(site: Site): Hole[] {
  const text = valueAt(site);
  if (typeof text !== 'string') return [];
  const holes: Hole[] = [];
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', start + 2)) {
    let depth = 1;
    let quoted = false;
    for (let at = start + 2; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === '"' && text.charAt(at - 1) !== '\\') quoted = !quoted;
      else if (!quoted && char === '{') depth += 1;
      else if (!quoted && char === '}') depth -= 1;
      if (depth > 0) continue;
      holes.push({ site, before: text.slice(0, start), code: text.slice(start + 2, at), after: text.slice(at + 1) });
      break;
    }
  }
  return holes;
}

const holesOf = ({ schema, resources }: Draft): Hole[] =>
  [...leavesIn(schema['status']), ...leavesIn(resources)].flatMap(holesIn);

const fill = ({ site, before, after }: Hole, code: string) => setAt(site, `${before}\${${code}}${after}`);

/** A mutation that changes the code of one expression. */
function recode(change: (code: string, random: Random, draft: Draft) => string | undefined): Mutation {
  return (draft, random) => {
    const hole = random.pick(holesOf(draft));
    const code = hole && change(hole.code, random, draft);
    if (hole === undefined || code === undefined || code === hole.code) return undefined;
    fill(hole, code);
    return `${hole.site.path}: ${code}`;
  };
}

/** Replaces one match of a pattern. */
function replaceOne(code: string, pattern: RegExp, random: Random, by: (found: string) => string | undefined) {
  const found = random.pick([...code.matchAll(pattern)]);
  const replacement = found && by(found[0]);
  if (found === undefined || replacement === undefined) return undefined;
  return code.slice(0, found.index) + replacement + code.slice(found.index + found[0].length);
}

const operators = ['==', '!=', '&&', '||', '+', '-', '*', '/', '%', '<', '>=', ' in ', ' ? 1 : ', '.'];
const functions =
  'size map filter all exists exists_one existsOne join split string int uint double bool bytes duration timestamp has contains startsWith endsWith matches lowerAscii upperAscii replace substring trim charAt indexOf lastIndexOf reverse flatten sort sortBy slice distinct sum min max isSorted orValue or value hasValue optMap optFlatMap optional.of optional.ofNonZeroValue toList keys merge deepMerge isURL url getHost getPort getScheme getQuery isQuantity quantity asInteger asApproximateFloat isInteger isGreaterThan isLessThan compareTo add sub sign ip isIP family isLoopback ip.isCanonical cidr isCIDR containsIP containsCIDR prefixLength masked semver isSemver major find findAll format transformMap transformList transformMapEntry type dyn json.marshal json.unmarshal hash.sha256 hash.fnv64a base64.encode base64.decode random.seededString random.seededInt lists.range lists.setAtIndex lists.insertAtIndex lists.removeAtIndex getFullYear getSeconds getHours strings.quote math.greatest sets.contains cel.bind first last'.split(
    ' ',
  );
const wrappers: readonly ((code: string) => string)[] = [
  (code) => `string(${code})`,
  (code) => `int(${code})`,
  (code) => `bool(${code})`,
  (code) => `dyn(${code})`,
  (code) => `[${code}]`,
  (code) => `{"key": ${code}}`,
  (code) => `optional.of(${code})`,
  (code) => `(${code}) == (${code})`,
  (code) => `size(${code})`,
  (code) => `[${code}].map(it, it)`,
  (code) => `true ? ${code} : ${code}`,
  (code) => `true ? ${code} : "other"`,
  (code) => `true ? ${code} : omit()`,
  (code) => `${code} + 1`,
  (code) => `(${code}).nothing`,
  (code) => `(${code})[0]`,
  (code) => `(${code})["key"]`,
  (code) => `(${code}).?key`,
  (code) => `(${code}).?key.orValue("")`,
  (code) => `has(${code})`,
  (code) => `type(${code})`,
  (code) => `!(${code})`,
  (code) => `-(${code})`,
  (code) => `json.marshal(${code})`,
  (code) => `base64.encode(bytes(${code}))`,
  (code) => `cel.bind(it, ${code}, it)`,
  (code) => `[1, 2].map(schema, ${code})`,
  (code) => ` ${code}\n`,
  (code) => `"\${" + ${code}`,
  (code) => `'}' + ${code}`,
];
/** Of every type, and with no need of the graph. */
const strangers =
  `"text" | 1 | 1u | 1.5 | true | null | b"bytes" | [] | ["a"] | [1] | {} | {"a": "b"} | {"a": 1} | {1: "a"} | omit() | each | item | schema | schema.spec | schema.status | schema.metadata | schema.metadata.name | schema.metadata.labels | schema.metadata.annotations["a"] | schema.metadata.creationTimestamp | schema.metadata.namespace | schema.kind | schema.apiVersion | timestamp("2026-01-01T00:00:00Z") | duration("1h") | quantity("1Gi") | optional.none() | optional.of("a") | type(1) | json.unmarshal("{}") | json.unmarshal("{}").a | random.seededString(5, schema.metadata.uid) | random.seededInt(1, 5, "seed") | hash.sha256("a") | base64.encode(hash.md5("a")) | lists.range(3) | runtime.condition(schema, "Ready") | runtime.newCondition({type: "Up", status: "True"}) | nothing | nothing.at.all | lists.setAtIndex([1], 0, 2) | [1, 2].sum() | ["a"].join() | "a,b".split(",") | "%s".format(["a"]) | url("https://a").getHost() | ip("10.0.0.1") | cidr("10.0.0.0/8").containsIP("10.0.0.1") | semver("1.2.3").major() | 1 < 2.0 | 1 + 1u | "a" + 1 | [1, "a"] | {"a": 1, "b": "c"} | schema.metadata.ownerReferences.map(o, o.name) | schema.metadata.finalizers | "a".matches("(") | math.abs(1) | sets.contains([1], [1]) | [1].exists(x, x > y) | cel.bind(x, 1, x + 1) | {"a": 1}.transformMap(k, v, v + 1) | has(schema.spec) | has(schema.metadata.name) | schema["spec"] | now() | "a".charAt(0) | strings.quote("a") | [[1], [2]].flatten() | ["b"].sort() | [3].max() | {"a": 1}.merge({"b": 2}) | {"a": 1}.deepMerge({"b": "c"})`.split(
    ' | ',
  );

const macros = [
  'map',
  'filter',
  'all',
  'exists',
  'exists_one',
  'existsOne',
  'transformList',
  'transformMap',
  'transformMapEntry',
  'sortBy',
  'optMap',
  'optFlatMap',
  'cel.bind',
  'has',
];

const some = (texts: readonly string[], count: number, random: Random): string[] =>
  Array.from({ length: count }, () => random.pick(texts) ?? '');

export const expressionMutations: Readonly<Record<string, Mutation>> = {
  'swap an operator': recode((code, random) =>
    replaceOne(code, /==|!=|&&|\|\||[<>]=?|[+*/%?-]/g, random, () => random.pick(operators)),
  ),
  'swap a function': recode((code, random) =>
    replaceOne(code, /\b[a-zA-Z_]+(?=\()/g, random, () => random.pick(functions)),
  ),
  'misspell a function': recode((code, random) =>
    replaceOne(code, /\b[a-zA-Z_]+(?=\()/g, random, (name) => misspell(name, random)),
  ),
  'misspell a name': recode((code, random) =>
    replaceOne(code, /\b[a-zA-Z_]\w*/g, random, (name) => misspell(name, random)),
  ),
  'misspell a field': recode((code, random) =>
    replaceOne(code, /(?<=\.)[a-zA-Z_]\w*/g, random, (name) => misspell(name, random)),
  ),
  'drop a field': recode((code, random) => replaceOne(code, /\.[a-zA-Z_]\w*(?!\()/g, random, () => '')),
  'swap two names': recode((code, random, { resources }) =>
    replaceOne(code, /(?<![.\w"'])[a-z]\w*(?=\.)/g, random, () => {
      const id = random.pick(resources)?.['id'];
      return typeof id === 'string' ? id : 'schema';
    }),
  ),
  'break a bracket': recode((code, random) => replaceOne(code, /[()[\]{}]/g, random, () => '')),
  'break a quote': recode((code, random) => replaceOne(code, /["']/g, random, () => random.pick(['', '"', "'", '\\']))),
  'drop a character': recode((code, random) => replaceOne(code, /\S/g, random, () => '')),
  'add a character': recode((code, random) => {
    const at = random.below(code.length + 1);
    return code.slice(0, at) + random.pick([...'.?:()[]{}"\'\\|&!=<>+-*/%,;@#$ 0aZ_`\n']) + code.slice(at);
  }),
  'change a literal': recode((code, random) =>
    replaceOne(code, /"[^"]*"|'[^']*'|\b\d+(\.\d+)?\b|\btrue\b|\bfalse\b/g, random, () =>
      random.pick(['1', '1.0', '1u', '"text"', "'text'", 'true', 'null', '[]', '{}', '-1', '""', 'r"\\d"', '"""x"""']),
    ),
  ),
  'wrap an expression': recode((code, random) => random.pick(wrappers)?.(code)),
  'replace an expression': recode((_, random) => random.pick(strangers)),
  'call a function': recode((_, random) => {
    const [name, first, second, third] = [random.pick(functions), ...some(strangers, 3, random)];
    const calls = [
      `${first}.${name}()`,
      `${first}.${name}(${second})`,
      `${first}.${name}(${second}, ${third})`,
      `${name}(${first})`,
      `${name}(${first}, ${second})`,
      `${name}(${first}, ${second}, ${third})`,
    ];
    return random.pick(calls);
  }),
  'call a macro': recode((_, random) => {
    const [list, value, other] = some(strangers, 3, random);
    const [macro, variable] = [
      random.pick(macros),
      random.pick(['it', 'schema', 'it.a', '1', '"it"', 'size', '__it', 'in']),
    ];
    const calls = [
      `${list}.${macro}(${variable}, ${value})`,
      `${list}.${macro}(${variable}, it == ${value})`,
      `${list}.${macro}(${variable}, it)`,
      `${list}.${macro}(${variable}, ${value}, ${other})`,
      `${list}.${macro}(it, key, key == ${value})`,
      `${list}.${macro}(it, true, it)`,
      `${list}.${macro}(it, [it].map(inner, inner == it)[0])`,
      `${list}.${macro}()`,
      `${macro}(${list}, it, it)`,
    ];
    return random.pick(calls);
  }),
  'apply an operator': recode((_, random) => {
    const [first, second, third] = some(strangers, 3, random);
    const [one, two] = some(operators, 2, random);
    return random.pick([
      `${first} ${one} ${second}`,
      `${first} ${one} ${second} ${two} ${third}`,
      `${first} ? ${second} : ${third}`,
      `${first} == ${second} ? ${second} : ${first}`,
      `${first}[${second}]`,
      `${first}[?${second}]`,
      `${first} in ${second}`,
      `[${first}, ${second}, ${third}]`,
      `{${first}: ${second}}`,
      `{${first}: ${second}, ${second}: ${third}}`,
      `!${first} ${one} -${second}`,
      `[?${first}, ${second}]`,
      `{?"a": ${first}}`,
    ]);
  }),
  'move an expression': recode((_, random, draft) => random.pick(holesOf(draft))?.code),
  'join two expressions': recode((code, random, draft) => {
    const other = random.pick(holesOf(draft));
    return other && `${code} ${random.pick(operators)} ${other.code}`;
  }),
  'break a hole': (draft, random) => {
    const hole = random.pick(holesOf(draft));
    if (hole === undefined) return undefined;
    const { site, before, code, after } = hole;
    const texts = [
      `${before}\${${code}${after}`,
      `${before}{${code}}${after}`,
      `${before}$\{\${${code}}}${after}`,
      `${before}$ {${code}}`,
    ];
    const text = random.pick(texts) ?? '';
    setAt(site, text);
    return `${site.path}: ${text}`;
  },
  'surround a hole': (draft, random) => {
    const hole = random.pick(holesOf(draft));
    if (hole === undefined) return undefined;
    const { site, before, code, after } = hole;
    const texts = [
      `x${before}\${${code}}${after}`,
      ` ${before}\${${code}}${after}`,
      `${before}\${${code}}${after}\n`,
      `${before}\${${code}}\${${code}}`,
    ];
    const text = random.pick(texts) ?? '';
    setAt(site, text);
    return `${site.path}: ${text}`;
  },
  'make a text a hole': (draft, random) => {
    const site = random.pick(leavesIn(draft.resources).filter(({ path }) => /template|externalRef/.test(path)));
    const code = random.pick([...holesOf(draft).map((hole) => hole.code), ...strangers]);
    if (site === undefined || code === undefined) return undefined;
    setAt(site, `\${${code}}`);
    return `${site.path}: ${code}`;
  },
};
