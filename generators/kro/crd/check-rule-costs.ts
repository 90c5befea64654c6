import { estimateCost } from '../../cel/cost/estimate-cost.ts';
import { plus, times } from '../../cel/cost/size.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { formatPath, type Path } from '../../source/path.ts';
import type { Report } from '../context.ts';
import { compileRule } from './compile-rule.ts';
import { declaredSize, largestRequest, sizeAt } from './declared-size.ts';

/** In the units of Kubernetes, of which an expression of one field takes one or two. pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export const mostOfRule = 10_000_000;
export const mostOfAll = 100_000_000;

/** How often a value can be in one object. */
interface Occurrence {
  /** Undefined below a list or map of any length. */
  readonly times: number | undefined;
  /** Those lists and maps. */
  readonly unbounded: readonly Unbounded[];
}

interface Unbounded {
  readonly path: Path;
  /** SimpleSchema has no bound for maps. */
  readonly isMap: boolean;
}

interface RuleCost {
  readonly path: Path;
  readonly cost: number;
}

/** The API server refuses a CRD with rules that could take too long, for the largest object that its bounds allow. Rules that do not compile cost nothing. */
export function checkRuleCosts(root: RawSchema, report: Report): void {
  const found: RuleCost[] = [];

  function check(schema: RawSchema, path: Path, occurrence: Occurrence): void {
    for (const { rule } of schema['x-kubernetes-validations'] ?? []) {
      const cost = times(ruleCost(rule, schema), occurrence.times ?? timesAtMost(schema));
      found.push({ path, cost });
      if (cost > mostOfRule) refuse(path, rule, cost, occurrence.unbounded);
    }
    const { properties = {}, items, additionalProperties } = schema;
    for (const [name, property] of Object.entries(properties)) check(property, [...path, name], occurrence);
    if (items !== undefined) check(items, path, within(occurrence, schema.maxItems, { path, isMap: false }));
    if (typeof additionalProperties === 'object')
      check(additionalProperties, path, within(occurrence, schema.maxProperties, { path, isMap: true }));
  }

  function refuse(path: Path, rule: string, cost: number, unbounded: readonly Unbounded[]): void {
    const named = (isMap: boolean) =>
      unbounded.filter((one) => one.isMap === isMap).map((one) => `"${formatPath(one.path)}"`);
    const [lists, maps] = [named(false), named(true)];
    const repairs = [
      ...(maps.length > 0 ? [`make lists of the maps ${maps.join(' and ')}, which nothing bounds`] : []),
      ...(lists.length > 0 ? [`give maxItems to ${lists.join(' and ')}`] : []),
      'give maxLength or maxItems to what the rule reads',
    ].join('; ');
    report({
      code: 'kro/rule-cost',
      path: ['spec', 'schema', ...path],
      message: `Field ${formatPath(path)}: the rule ${JSON.stringify(rule)} could cost ${factor(cost / mostOfRule)} what the API server allows.`,
      help: `${repairs.charAt(0).toUpperCase()}${repairs.slice(1)}.`,
    });
  }

  check(root, ['spec'], { times: 1, unbounded: [] });
  const total = found.reduce((sum, { cost }) => plus(sum, cost), 0);
  const [most] = found.toSorted((a, b) => b.cost - a.cost);
  if (total <= mostOfAll || most === undefined || most.cost > mostOfRule) return;
  report({
    code: 'kro/rule-cost',
    path: ['spec', 'schema', ...most.path],
    message: `All rules together could cost ${factor(total / mostOfAll)} what the API server allows; the most expensive one is at ${formatPath(most.path)}.`,
    help: 'Give maxItems to lists, and maxLength to texts.',
  });
}

const factor = (ratio: number): string => (ratio > 100 ? 'more than 100 times' : `${ratio.toFixed(1)} times`);

function within({ times: before, unbounded }: Occurrence, limit: number | undefined, list: Unbounded): Occurrence {
  if (limit === undefined) return { times: undefined, unbounded: [...unbounded, list] };
  return { times: before === undefined ? undefined : times(before, limit), unbounded };
}

/** As often as it fits into a request. */
function timesAtMost(schema: RawSchema): number {
  return Math.floor(largestRequest / ((declaredSize(schema)?.shortest ?? 0) + 1));
}

/** What a rule can cost for one value. */
export function ruleCost(rule: string, schema: RawSchema): number {
  const compiled = compileRule(rule, schema);
  const size = declaredSize(schema);
  if (compiled.problem !== undefined || size === undefined) return 0;
  const sizeOf = ([, ...path]: readonly string[]) => {
    const most = sizeAt(size, path)?.most;
    return most === undefined ? undefined : { min: 0, max: most };
  };
  return estimateCost({ ...compiled, sizeOf });
}
