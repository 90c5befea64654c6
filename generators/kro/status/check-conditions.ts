import { conditionType } from '../../cel/environment.ts';
import type { Call, Expression } from '../../cel/syntax/expression.ts';
import { type CelType, formatType } from '../../cel/types/cel-type.ts';
import { sortOf } from '../../util/plain-map.ts';
import type { Context, Report } from '../context.ts';
import { callsIn } from '../expressions/calls-in.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import { referencesOf } from '../graph/references.ts';
import { standalone } from '../graph/resource-expressions.ts';
import { typeOfExpression } from '../types/check-types.ts';

const conditionsPath = ['spec', 'schema', 'status', 'conditions'];
const builtins = ['Ready', 'InstanceManaged', 'GraphResolved', 'ResourcesReady'];
const statuses = ['True', 'False', 'Unknown'];

/** Checks `status.conditions`: a list of expressions that each give a condition or a list of them. */
export function checkConditions(
  context: Context,
  conditions: unknown,
  ids: ReadonlySet<string>,
  variables: ReadonlyMap<string, CelType>,
): void {
  const { report } = context;
  if (!Array.isArray(conditions)) {
    const message = `status.conditions is ${sortOf(conditions)}; kro takes a list of expressions.`;
    report({ code: 'kro/conditions-shape', path: conditionsPath, message });
    return;
  }
  const expressions = conditions.flatMap((text: unknown, index) => {
    const path = [...conditionsPath, index];
    const label = `status.conditions[${index}]`;
    if (typeof text === 'string') return standalone(context, label, path, text);
    report({ code: 'kro/conditions-shape', path, message: `${label} is ${sortOf(text)}; kro takes an expression.` });
    return [];
  });
  checkLiterals(expressions, report);
  const scope = { ids, iterators: new Set<string>(), hasRuntime: true, mayOmit: false };
  for (const expression of expressions) {
    const { isSound, resources } = referencesOf(expression, scope, report);
    if (!isSound || resources.some((id) => !variables.has(id))) continue;
    const type = typeOfExpression(expression, variables, report);
    if (type === undefined || isCondition(type)) continue;
    const message = `${expression.label} gives ${formatType(type)}, not what "runtime.newCondition()" makes or a list of it.`;
    report({ code: 'kro/conditions-type', path: expression.path, message });
  }
}

function isCondition(type: CelType): boolean {
  const one = type.kind === 'list' ? type.element : type;
  return one.kind === 'dyn' || (one.kind === 'struct' && one.name === conditionType.name);
}

/** What stands in the expressions literally: one type may be declared by one entry, and only kro's own be read. */
function checkLiterals(expressions: readonly GraphExpression[], report: Report): void {
  const declaredBy = new Map<string, GraphExpression>();
  for (const expression of expressions) {
    for (const call of callsIn(expression.parsed.expression, isRuntimeCall)) {
      if (call.name !== 'newCondition' || call.args.length !== 1) continue;
      const type = literalEntry(call, 'type');
      if (type === undefined) continue;
      const other = declaredBy.get(type);
      if (other === undefined) declaredBy.set(type, expression);
      else if (other !== expression) {
        const message = `${expression.label}: condition type "${type}" is declared by ${other.label} already.`;
        report({ ...expression.spotOf(call), code: 'kro/condition-declared-twice', message });
      }
    }
  }
  for (const expression of expressions) {
    for (const call of callsIn(expression.parsed.expression, isRuntimeCall)) {
      const message = call.name === 'condition' ? lookupProblem(call, declaredBy) : literalProblem(call);
      if (message === undefined) continue;
      const code = call.name === 'condition' ? 'kro/condition-lookup' : 'kro/condition-literal';
      report({ ...expression.spotOf(call), code, message: `${expression.label}: ${message}` });
    }
  }
}

function lookupProblem({ args }: Call, declared: ReadonlyMap<string, unknown>): string | undefined {
  const [of, name] = args;
  if (args.length !== 2 || of?.kind !== 'identifier' || of.name !== 'schema') return undefined;
  const type = textOf(name);
  if (type === undefined || builtins.includes(type)) return undefined;
  return declared.has(type)
    ? `condition "${type}" is declared here too; conditions of a graph cannot read each other.`
    : `kro writes no condition "${type}"; it writes ${builtins.map((one) => `"${one}"`).join(', ')}.`;
}

function literalProblem(call: Call): string | undefined {
  if (call.args.length !== 1) return undefined;
  const status = literalEntry(call, 'status');
  if (status !== undefined && !statuses.includes(status))
    return `the status "${status}" is none of "True", "False" and "Unknown".`;
  return literalEntry(call, 'type') === '' ? 'the type of a condition is "", and must not be empty.' : undefined;
}

function isRuntimeCall({ target }: Call): boolean {
  return target?.kind === 'identifier' && target.name === 'runtime';
}

function literalEntry({ args: [map] }: Call, key: string): string | undefined {
  if (map?.kind !== 'map') return undefined;
  return textOf(map.entries.find((entry) => textOf(entry.key) === key)?.value);
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && expression.literal.type === 'string' ? expression.literal.value : undefined;
}
