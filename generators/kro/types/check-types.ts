import { checkParsed } from '../../cel/check/check-expression.ts';
import type { ProblemKind } from '../../cel/problem.ts';
import { type CelType, formatType } from '../../cel/types/cel-type.ts';
import { explainMismatch } from '../../cel/types/is-assignable.ts';
import { typeOfSchema } from '../../cel/types/type-of-schema.ts';
import type { Context, Report } from '../context.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import { type References, referencesOf } from '../graph/references.ts';
import type { FilledField, ResourceExpressions } from '../graph/resource-expressions.ts';
import type { RuleCode } from '../rules/rules.ts';
import { isSecretData, textsOfSecret } from '../template/secret-data.ts';
import { expectedType } from './expected-type.ts';
import { inParts } from './in-parts.ts';
import { findUnwritable } from './unwritable.ts';

type Variables = ReadonlyMap<string, CelType>;

const codes: Readonly<Record<ProblemKind, RuleCode>> = {
  syntax: 'kro/expression-syntax',
  'undeclared-reference': 'kro/unknown-reference',
  'unknown-function': 'kro/unknown-function',
  'undefined-field': 'kro/undefined-field',
  'no-matching-overload': 'kro/no-overload',
  'no-fields': 'kro/undefined-field',
  'type-mismatch': 'kro/expression-type',
  'not-iterable': 'kro/expression-type',
};

/** The type of an expression; undefined where CEL refuses it, which is reported. */
export function typeOfExpression(
  expression: GraphExpression,
  variables: Variables,
  report: Report,
): CelType | undefined {
  const { label, parsed, spotOf } = expression;
  if (parsed.expression === undefined) return undefined;
  const { type, problems } = checkParsed(parsed.expression, variables);
  for (const { kind, message, ...span } of problems.length === 0 ? [] : inParts(expression, problems, variables)) {
    report({ ...spotOf(span), code: codes[kind], message: `${label}: ${message}` });
  }
  return problems.length > 0 ? undefined : type;
}

/** Types of everything that a resource says. `variables` are those of the whole graph. Gives the fields whose expressions may give nothing. */
export function checkResourceTypes(
  { report }: Context,
  expressions: ResourceExpressions,
  references: ReadonlyMap<GraphExpression, References>,
  variables: Variables,
): readonly FilledField[] {
  const optional: FilledField[] = [];
  // What reads a resource of an unknown kind cannot be judged.
  const isSound = (expression: GraphExpression) => {
    const found = references.get(expression);
    return found?.isSound === true && found.resources.every((id) => variables.has(id));
  };
  const inTemplate = new Map(variables);
  for (const name of expressions.resolved.resource.unread) inTemplate.set(name, { kind: 'dyn' });
  for (const { name, expression } of expressions.forEach) {
    const isAlone = references.get(expression)?.iterators.length === 0;
    const type = isAlone && isSound(expression) ? typeOfExpression(expression, variables, report) : undefined;
    if (type !== undefined) checkWritable(expression, type, variables, report);
    inTemplate.set(name, elementType(name, expression, type, report));
  }
  for (const { field, expression } of expressions.template) {
    const type = isSound(expression) ? typeOfExpression(expression, inTemplate, report) : undefined;
    const expected = expectedType(expressions.resolved, field.path);
    if (type === undefined) continue;
    if (type.kind === 'optional') optional.push({ field, expression });
    const mismatch = explainMismatch(type, expected);
    if (mismatch === undefined) {
      checkWritable(expression, type, inTemplate, report);
      continue;
    }
    const message = `${expression.label}: the expression gives ${formatType(type)}, but the field takes ${formatType(expected)}: ${mismatch}.`;
    const isForBytes = type.kind === 'string' && isSecretData(expressions.resolved.object, field.path);
    const help = isForBytes ? textsOfSecret : undefined;
    report({ ...wholeOf(expression), code: 'kro/type-mismatch', message, ...(help && { help }) });
  }
  for (const expression of expressions.includeWhen)
    if (isSound(expression)) checkCondition(expression, variables, report);
  checkReadiness(expressions, variables, report);
  return optional;
}

/** A value that kro cannot turn into JSON. */
export function checkWritable(expression: GraphExpression, type: CelType, variables: Variables, report: Report): void {
  const found = expression.parsed.expression && findUnwritable(expression.parsed.expression, type, variables);
  if (found === undefined) return;
  const message = `${expression.label}: the expression gives ${found.says}, which kro cannot write.`;
  report({ ...wholeOf(expression), code: 'kro/unwritable-value', message, help: found.help });
}

function elementType(name: string, expression: GraphExpression, type: CelType | undefined, report: Report): CelType {
  if (type?.kind === 'list') return type.element;
  // kro takes only what is certainly a list: it knows no element of something dynamic.
  if (type !== undefined) {
    const message = `${expression.label}: iterator "${name}" needs a list, but the expression gives ${formatType(type)}.`;
    report({ ...wholeOf(expression), code: 'kro/iterator-type', message });
  }
  return { kind: 'dyn' };
}

/** Only the resource itself may be read: its id, or `each` for an object of a collection. */
function checkReadiness({ resolved, readyWhen }: ResourceExpressions, variables: Variables, report: Report): void {
  const { resource, sort, schema } = resolved;
  const own = sort === 'collection' ? 'each' : resource.id;
  const each = schema && sort === 'collection' ? typeOfSchema({ schema, name: 'each' }) : undefined;
  const visible = sort === 'collection' ? new Map([...variables, [own, each ?? { kind: 'dyn' }]]) : variables;
  const scope = { ids: new Set([own]), iterators: new Set<string>(), hasRuntime: false, mayOmit: false };
  // Its own kind is unknown.
  if (!variables.has(resource.id)) return;
  for (const expression of readyWhen) {
    const others = expression.inspection.references.filter(({ name }) => name !== own && variables.has(name));
    for (const reference of others) {
      const message = `${expression.label}: readiness may read "${own}" only, not "${reference.name}".`;
      report({ ...expression.spotOf(reference), code: 'kro/readiness-reads-other', message });
    }
    if (others.length > 0) continue;
    if (referencesOf(expression, scope, report).isSound) checkCondition(expression, visible as Variables, report);
  }
}

function checkCondition(expression: GraphExpression, variables: Variables, report: Report): void {
  const type = typeOfExpression(expression, variables, report);
  const value = type?.kind === 'optional' ? type.value : type;
  if (type === undefined || value?.kind === 'bool' || value?.kind === 'error') return;
  const message = `${expression.label}: a condition gives bool or optional(bool), and this gives ${formatType(type)}.`;
  report({ ...wholeOf(expression), code: 'kro/condition-type', message });
}

function wholeOf(expression: GraphExpression) {
  return expression.spotOf({ start: 0, end: expression.cel.length });
}
