import { evaluateExpression } from '../../cel/evaluate/evaluate-expression.ts';
import { inspectExpression } from '../../cel/inspect-expression.ts';
import { checkValue } from '../../schema/structural/check-value.ts';
import { type ForeignPatterns, foreignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { digestSchema, type RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Violation } from '../../schema/structural/violation.ts';
import { formatPath, type Path } from '../../source/path.ts';
import { isMap } from '../../util/plain-map.ts';
import type { Report } from '../context.ts';
import type { RuleCode } from '../rules/rules.ts';
import { compileRule } from './compile-rule.ts';

/** What the API server asks of the schema of a custom resource beyond what SimpleSchema can get wrong itself. `at` is the field's path. */
export function checkCrdSchema(root: RawSchema, report: Report): void {
  function refuse(code: RuleCode, path: Path, message: string): void {
    report({ code, path: ['spec', 'schema', ...path], message: `Field ${formatPath(path)}: ${message}` });
  }

  const patterns = foreignPatterns();
  // A type that many fields have is told of once.
  const done = { matched: new Set<RawSchema>(), unmatched: new Set<RawSchema>() };

  /** `isMatched`: the API server knows which old value a value comes from. */
  function check(schema: RawSchema, path: Path, isMatched: boolean): void {
    const seen = done[isMatched ? 'matched' : 'unmatched'];
    if (seen.has(schema)) return;
    seen.add(schema);
    const { properties = {}, items, additionalProperties } = schema;
    for (const [name, property] of Object.entries(properties)) check(property, [...path, name], isMatched);
    const listType = schema['x-kubernetes-list-type'];
    if (items !== undefined) check(items, path, isMatched && listType === 'map');
    if (typeof additionalProperties === 'object') check(additionalProperties, path, isMatched);
    if (listType !== undefined) for (const message of listProblems(schema)) refuse('kro/list-items', path, message);
    for (const bound of ['minimum', 'maximum'] as const) {
      const value = schema[bound];
      if (schema.type !== 'integer' || value === undefined || Number.isInteger(value)) continue;
      const isUsed = schema.default !== undefined && schema.default !== null;
      const message = `the ${bound} ${value} is no integer, so the API server refuses every value.`;
      refuse(isUsed ? 'kro/default-misfit' : 'kro/fraction-bound', path, message);
    }
    for (const message of defaultProblems(schema, patterns)) refuse('kro/default-misfit', path, message);
    checkRules(schema, path, isMatched);
  }

  function checkRules(schema: RawSchema, path: Path, isMatched: boolean): void {
    for (const { rule } of schema['x-kubernetes-validations'] ?? []) {
      const { problem } = compileRule(rule, schema);
      if (problem !== undefined) {
        refuse('kro/validation-rule', path, `the rule ${JSON.stringify(rule)} ${problem}`);
      } else if (!isMatched && inspectExpression(rule).references.some(({ name }) => name === 'oldSelf')) {
        const message = `the rule "${rule}" compares with the old value, which nobody knows of an item of a list without keys.`;
        refuse('kro/old-self-in-list', path, message);
      } else if (isBroken(rule, schema.default, patterns)) {
        refuse('kro/default-misfit', path, `its default breaks the rule ${JSON.stringify(rule)}.`);
      }
    }
  }

  check(root, ['spec'], true);
}

/** The API server takes a default for its own old value. */
function isBroken(rule: string, value: unknown, patterns: ForeignPatterns): boolean {
  if (value === undefined || value === null) return false;
  const evaluation = evaluateExpression({ source: rule, variables: { self: value, oldSelf: value }, patterns });
  return 'value' in evaluation && evaluation.value === false;
}

function defaultProblems(schema: RawSchema, patterns: ForeignPatterns): readonly string[] {
  const value = schema.default;
  if (value === undefined || value === null) return [];
  const violations: Violation[] = [];
  const { default: _, ...rest } = schema;
  checkValue(value, digestSchema(rest, [], { builtin: false, patterns }), { path: [], violations, templates: false });
  // Defaults within a default are filled in later.
  const missing = isMap(value) ? (schema.required ?? []).filter((key) => !Object.hasOwn(value, key)) : [];
  const told = missing
    .filter((key) => schema.properties?.[key]?.default !== undefined)
    .map((key) => `Required field "${key}" is missing.`);
  return [...violations.map(({ message }) => message), ...told].map(
    (message) => `its default does not fit: ${message}`,
  );
}

function listProblems({ items = {}, ...list }: RawSchema): readonly string[] {
  const listType = list['x-kubernetes-list-type'];
  const keys = list['x-kubernetes-list-map-keys'] ?? [];
  if (listType === 'set') {
    if (items.type === 'object') return ['a set cannot hold maps, which are compared field by field.'];
    const inner = items['x-kubernetes-list-type'] ?? 'atomic';
    return items.type === 'array' && inner !== 'atomic' ? ['a set can hold atomic lists only.'] : [];
  }
  if (listType !== 'map') return [];
  const problems = keys.length === 0 ? ['"listType=map" needs "listMapKey".'] : [];
  if (items.type !== 'object')
    return [...problems, `"listType=map" is for lists of structs, not of type "${items.type ?? 'none'}".`];
  for (const key of keys) {
    const property = items.properties?.[key];
    if (property === undefined) problems.push(`its items have no field "${key}", which is a key of them.`);
    else if (property.type === 'object' || property.type === 'array') {
      problems.push(`the field "${key}" of its items is no scalar, so it cannot be a key.`);
    } else if (!items.required?.includes(key) && property.default === undefined) {
      problems.push(`the field "${key}" is a key, so it must be required or have a default.`);
    }
  }
  return problems;
}
