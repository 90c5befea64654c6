import { exampleGraph } from './example-graph.ts';
import type { Rules } from './rule.ts';

const status = (text: string) => exampleGraph({ status: text });
const good = status('uid: ${config.metadata.uid}');
const condition = (...entries: readonly string[]) =>
  status(`conditions:\n${entries.map((one) => `  - '${one}'`).join('\n')}`);
const healthy = '${runtime.newCondition({type: "Healthy", status: config.metadata.name != "" ? "True" : "False"})}';
const goodCondition = condition(healthy);

/** The status of instances. */
export const statusRules = {
  'kro/status-literal': {
    number: 'B69',
    severity: 'error',
    summary: 'Every field of a status holds an expression.',
    details: 'kro infers its type from it.',
    good,
    bad: status('uid: string'),
  },
  'kro/status-like-type': {
    number: 'F7',
    severity: 'warning',
    summary: 'A field of a status holds its expression, and no type or marker.',
    details: 'kro infers the type. What stands around the expression becomes part of the text, "string | …" too.',
    good,
    bad: status('uid: \'string | description="${config.metadata.uid}"\''),
  },
  'kro/status-reads-nothing': {
    number: 'B73',
    severity: 'error',
    summary: 'A field of a status reads a resource or the instance.',
    details: 'What is always the same belongs into the description.',
    good,
    bad: status('answer: ${6 * 7}'),
  },
  'kro/status-name': {
    number: 'B72',
    severity: 'error',
    summary: 'The name of a status field has no brackets, and no quotes beside dots.',
    details: 'kro takes a bracket for the index of a list.',
    good,
    bad: status('"uid[first]": ${config.metadata.uid}'),
  },
  'kro/conditions-shape': {
    number: 'B68',
    severity: 'error',
    summary: '`status.conditions` is a list of expressions.',
    details: 'Each gives a condition, made with `runtime.newCondition`, or a list of them.',
    good: goodCondition,
    bad: status('conditions: ${config.metadata.name}'),
  },
  'kro/conditions-type': {
    number: 'B74',
    severity: 'error',
    summary: 'An entry of `status.conditions` gives a condition or a list of them.',
    details: 'They are made with `runtime.newCondition({type: …, status: …})`.',
    good: goodCondition,
    bad: condition('${config.metadata.name}'),
  },
  'kro/condition-declared-twice': {
    number: 'B96',
    severity: 'error',
    summary: 'A type of condition is declared by one entry only.',
    details: 'Within an entry both branches of a choice may declare it.',
    good: goodCondition,
    bad: condition(healthy, healthy),
  },
  'kro/condition-lookup': {
    number: 'B97',
    severity: 'error',
    summary: "A condition that is read from `schema` is one of kro's own.",
    details: 'Conditions of a graph cannot read each other.',
    good: condition(
      '${runtime.newCondition({type: "Healthy", status: runtime.condition(schema, "ResourcesReady").status})}',
    ),
    bad: condition('${runtime.newCondition({type: "Healthy", status: runtime.condition(schema, "Synced").status})}'),
  },
  'kro/condition-literal': {
    number: 'B98',
    severity: 'error',
    summary: 'The status of a condition is "True", "False" or "Unknown", and its type is not empty.',
    details: 'The status is a text, not a boolean.',
    good: goodCondition,
    bad: condition('${runtime.newCondition({type: "Healthy", status: "true"})}'),
  },
} as const satisfies Rules;
