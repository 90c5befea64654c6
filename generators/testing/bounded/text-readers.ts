import { checkExpression } from '../../cel/check/check-expression.ts';
import { evaluateExpression } from '../../cel/evaluate/evaluate-expression.ts';
import { unknownValue } from '../../cel/evaluate/plain-value.ts';
import { inspectExpression } from '../../cel/inspect-expression.ts';
import { fields } from '../../cel/verdicts/fields.ts';
import { functions } from '../../cel/verdicts/functions.ts';
import { macros } from '../../cel/verdicts/macros.ts';
import { operators } from '../../cel/verdicts/operators.ts';
import { sampleVariables } from '../../cel/verdicts/sample-variables.ts';
import { compileRule } from '../../kro/crd/compile-rule.ts';
import { foreignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { patternProblem } from '../../schema/structural/pattern-problem.ts';
import { limits } from '../../util/limits.ts';
import { locateInYaml } from '../../yaml/kubernetes/locate.ts';
import { readYaml } from '../../yaml/kubernetes/read-yaml.ts';
import { composeYaml, parseGeneralYaml, parseYaml } from '../../yaml/strict/parse-yaml.ts';
import type { Random } from './random.ts';
import type { Reader } from './reader.ts';

const expressions = [fields, operators, macros, functions]
  .flatMap((table) => table.split('\n'))
  .flatMap((line) => (line.includes(' => ') ? [line.slice(0, line.lastIndexOf(' => '))] : []));
const known = { schema: { spec: { name: 'a', names: ['b'], labels: { c: 'd' }, replicas: 2 } } };

export const celReader: Reader = {
  samples: expressions,
  mostBytes: limits.configBytes.most,
  weight: 4,
  read: (source) => {
    checkExpression({ source, variables: sampleVariables });
    inspectExpression(source);
    evaluateExpression({ source, variables: known });
    evaluateExpression({ source, variables: { schema: unknownValue('schema'), vpcs: unknownValue('vpcs') } });
    compileRule(source, { type: 'object', properties: { a: { type: 'string' } } });
  },
};

const patterns = [
  '^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$',
  '^(([0-9]{1,3}[.]){3}[0-9]{1,3}/(1[6-9]|2[0-8]))?$',
  '(?i)^\\pL+[[:alpha:]][^\\d\\S]\\Q*\\E\\x{10FFFF}$',
  '^(a+)+$|(?P<n>b*?){2,}',
  '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$',
];

export const patternReader: Reader = {
  samples: patterns,
  mostBytes: limits.configBytes.most,
  weight: 4,
  read: (text, random) => {
    const problem = patternProblem(text);
    const pattern = foreignPatterns()(text);
    const matches = pattern.test(random.pick([text, 'a'.repeat(random.below(100_000)), '']));
    pattern.testWhole(text);
    pattern.find(text, 10);
    if (problem !== undefined && matches !== undefined) throw new Error(`told of a pattern that runs: ${problem}`);
  },
};

const yamls = [
  'a: 1\nb: [c, {d: e}]\n',
  'a: &x {b: |\n    c\n  d: >-\n    e\n\n    f\n}\nb: *x\n',
  'a: |2-\n   b\n\n  c\nd: "e\\n\\x41\n\n  f"\ng: \'h\n  i\'\n',
  '- a\n- - b\n  - c: d\n    e: f\n- {}\n- []\n',
  'a: "x ${b} y"\nc: d${e}f\n  g\nh: >\n  i ${j}\n\n  k\n',
  '{"a": [1, 2.5, null, true, "\\u00e9"]}',
  '<<: {a: 1}\nb: !!str 1\n? c\n: d\n',
];

/** Every place of a value, and of parts of its texts. */
function locateAll(text: string, random: Random): void {
  const source = { path: 'a.yaml', text };
  const { value, document } = readYaml(source);
  const composed = document();
  if (composed === undefined) return;
  const locate = locateInYaml(source, composed);
  let left = 200;
  const walk = (at: unknown, path: readonly (string | number)[]): void => {
    if (--left < 0) return;
    locate({ path, at: 'key' });
    if (typeof at === 'string') locate({ path, range: [random.below(at.length + 1), at.length] });
    else if (typeof at === 'object' && at !== null)
      for (const [key, inner] of Object.entries(at)) walk(inner, [...path, Array.isArray(at) ? Number(key) : key]);
  };
  walk(value, []);
}

export const yamlReader: Reader = {
  samples: yamls,
  mostBytes: limits.configBytes.most,
  weight: 4,
  read: (text, random) => {
    const source = { path: 'config/a.yaml', text };
    parseYaml(source);
    parseGeneralYaml(source);
    composeYaml(source);
    locateAll(text, random);
  },
};
