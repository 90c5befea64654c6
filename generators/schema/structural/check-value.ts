import type { PlainMap } from '../../util/plain-map.ts';
import { checkEntryCount, checkItemCount } from './check-count.ts';
import { checkNumber, checkString } from './check-scalar.ts';
import { checkUnique } from './check-unique.ts';
import type { Junctors, SchemaNode, SchemaType } from './structural-schema.ts';
import { templateText } from './template-text.ts';
import { nameChoice, nameValue, report, reportAt, type Violation, type Walk } from './violation.ts';

const nouns: Readonly<Record<SchemaType, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  intOrString: 'an integer or a string',
  quantity: 'a quantity such as "500m" or "2Gi"',
  any: 'a value',
};

const identity: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** Reports everything about `value` that its schema does not allow. Entries that are undefined count as absent. */
export function checkValue(value: unknown, node: SchemaNode, walk: Walk): void {
  if (node.free && typeof value === 'string') return;
  if (value === null || value === undefined) {
    if (!node.nullable) reportType(value ?? null, node, walk);
    return;
  }
  const template = walk.templates && typeof value === 'string' ? templateText(value) : 'none';
  if (template === 'whole') return;
  if (!takes(node.type, value)) {
    reportType(value, node, walk);
    return;
  }
  if (template === 'mixed') return;
  if (typeof value === 'string') checkString(value, node, walk);
  else if (typeof value === 'number') checkNumber(value, node, walk);
  else if (Array.isArray(value)) checkList(value, node, walk);
  else if (typeof value === 'object') checkMap(value as PlainMap, node, walk);
  if (node.junctors !== undefined) checkJunctors(value, node.junctors, walk);
}

function takes(type: SchemaType, value: unknown): boolean {
  if (type === 'any') return true;
  switch (typeof value) {
    case 'string':
      return type === 'string' || type === 'intOrString' || type === 'quantity';
    case 'number':
      return (
        type === 'number' ||
        type === 'quantity' ||
        ((type === 'integer' || type === 'intOrString') && Number.isInteger(value))
      );
    case 'boolean':
      return type === 'boolean';
    default:
      return type === (Array.isArray(value) ? 'array' : 'object');
  }
}

function reportType(value: unknown, node: SchemaNode, walk: Walk): void {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const repair = scalar && node.type === 'string' ? `; write "${value}" in quotes` : '';
  report(walk, `${capitalize(nameValue(value))} is not ${nouns[node.type]}${repair}.`);
}

function capitalize(text: string): string {
  return text.startsWith('a ') ? `A${text.slice(1)}` : text;
}

function checkList(list: readonly unknown[], node: SchemaNode, walk: Walk): void {
  const { raw, unique } = node;
  const items = node.items();
  const { path } = walk;
  if (items !== undefined && !(items.free && list.every((item) => typeof item === 'string'))) {
    for (let i = 0; i < list.length; i++) {
      path.push(i);
      // Where null is read as nothing, it is still no item: associative lists refuse it, and the others make an empty one of it.
      if ((list[i] ?? null) === null && items.type !== 'any' && items.raw.nullable !== true)
        reportType(null, items, walk);
      else checkValue(list[i], items, walk);
      path.pop();
    }
  }
  checkItemCount(list, raw, walk);
  if (unique !== undefined && list.length > 1) checkUnique(list, node, walk);
}

function checkMap(map: PlainMap, node: SchemaNode, walk: Walk): void {
  const embedded = node.raw['x-kubernetes-embedded-resource'] === true;
  const rest = node.rest();
  const { path } = walk;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value === undefined) continue;
    const child = node.property(key) ?? rest;
    if (child === undefined) {
      if (!node.open && !(embedded && identity.includes(key))) reportUnknown(key, node, walk);
    } else if (!child.free || typeof value !== 'string') {
      path.push(key);
      checkValue(value, child, walk);
      path.pop();
    }
  }
  for (const key of node.required) if (isAbsent(map, key, node.property(key))) reportMissing(key, walk);
  if (embedded) for (const key of identity.slice(0, 2)) if (isAbsent(map, key, undefined)) reportMissing(key, walk);
  checkEntryCount(map, node.raw, walk);
}

/** A built-in kind's null is read as nothing; that of a custom resource was judged as a value. */
function isAbsent(map: PlainMap, key: string, node: SchemaNode | undefined): boolean {
  if (!Object.hasOwn(map, key)) return true;
  const value = map[key];
  return value === undefined || (value === null && node !== undefined && node.nullable && node.raw.nullable !== true);
}

function reportUnknown(key: string, node: SchemaNode, walk: Walk): void {
  reportAt(walk, key, `Unknown field ${JSON.stringify(key)}${nameChoice(key, node.propertyNames)}`);
}

function reportMissing(key: string, walk: Walk): void {
  report(walk, `Required field "${key}" is missing.`);
}

function checkJunctors(value: unknown, junctors: Junctors, walk: Walk): void {
  for (const node of junctors.allOf) checkValue(value, node, walk);
  if (junctors.anyOf.length > 0) {
    const outcomes = junctors.anyOf.map((node) => attempt(value, node, walk));
    if (!outcomes.some(isEmpty)) reportAlternatives(value, outcomes, walk);
  }
  if (junctors.oneOf.length > 0) {
    const outcomes = junctors.oneOf.map((node) => attempt(value, node, walk));
    const fitting = outcomes.filter(isEmpty).length;
    if (fitting === 0) reportAlternatives(value, outcomes, walk);
    else if (fitting > 1)
      report(walk, `${capitalize(nameValue(value))} fits ${fitting} of the forms of which exactly one is allowed.`);
  }
  if (junctors.not !== undefined && isEmpty(attempt(value, junctors.not, walk))) {
    report(walk, `${capitalize(nameValue(value))} has a form that is not allowed here.`);
  }
}

function attempt(value: unknown, node: SchemaNode, walk: Walk): readonly Violation[] {
  const violations: Violation[] = [];
  checkValue(value, node, { ...walk, violations });
  return violations;
}

function isEmpty(violations: readonly Violation[]): boolean {
  return violations.length === 0;
}

function reportAlternatives(value: unknown, outcomes: readonly (readonly Violation[])[], walk: Walk): void {
  const reasons = new Set(
    outcomes.flatMap((violations) => violations.slice(0, 1).map(({ message }) => message.slice(0, -1))),
  );
  report(walk, `${capitalize(nameValue(value))} fits none of the forms allowed: ${[...reasons].join('; or ')}.`);
}
