import { formatPath } from '../../source/path.ts';
import type { Context } from '../context.ts';
import type { Dependencies } from '../graph/dependencies.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import type { ResourceExpressions } from '../graph/resource-expressions.ts';
import type { CheckedStatus } from '../status/check-status.ts';
import { heldConditions } from './held-conditions.ts';

const longestLabel = 63;

/** What makes instances wait, flicker or lose objects, though kro takes the graph. */
export function checkWaiting(
  { graph, report }: Context,
  resources: readonly ResourceExpressions[],
  dependencies: readonly Dependencies[],
  status: CheckedStatus,
): void {
  const conditions = new Map(resources.map(({ resolved, includeWhen }) => [resolved.resource.id, includeWhen]));
  for (const { id, because } of dependencies) {
    const holds = heldConditions(conditionsBehind(id, conditions));
    for (const [other, expression] of because) {
      if (other === id || (conditions.get(other) ?? []).every(holds)) continue;
      const reference = expression.inspection.references.find(({ name }) => name === other);
      const spot = expression.spotOf(reference ?? { start: 0, end: 0 });
      const message = `${expression.label} reads "${other}", which may be skipped; then "${id}" is skipped too.`;
      const help = `Give "${id}" the conditions of "${other}", or make "${other}" a collection of none or one with \`forEach\`.`;
      report({ ...spot, code: 'kro/reads-skippable', message, help });
    }
  }
  for (const { includeWhen } of resources) {
    for (const expression of includeWhen) {
      const volatile = expression.inspection.references.find(
        ({ name, path }) => name !== 'schema' && path.includes('.status'),
      );
      if (volatile === undefined) continue;
      const message = `${expression.label} reads "${volatile.path}": whenever it changes, the resource is made or deleted.`;
      report({ ...expression.spotOf(volatile), code: 'kro/volatile-condition', message });
    }
  }
  checkTexts(resources, status, report);
  checkLabels({ graph, report });
}

/** The conditions of a resource, with those of the resources that they read: without these, they cannot be true. */
function conditionsBehind(
  id: string,
  conditions: ReadonlyMap<string, readonly GraphExpression[]>,
): readonly GraphExpression[] {
  const seen = new Set([id]);
  for (const one of seen) {
    const references = (conditions.get(one) ?? []).flatMap(({ inspection }) => inspection.references);
    for (const { name } of references) if (conditions.has(name)) seen.add(name);
  }
  return [...seen].flatMap((one) => conditions.get(one) ?? []);
}

function checkTexts(
  resources: readonly ResourceExpressions[],
  { walked }: CheckedStatus,
  report: Context['report'],
): void {
  const status = ['spec', 'schema', 'status'];
  const places = [
    ...walked.unclosed.map(({ path, offset }) => ({
      label: formatPath(['status', ...path]),
      path: [...status, ...path],
      offset,
    })),
    ...resources.flatMap(({ resolved }) =>
      // A name that is text by mistake is refused as such.
      resolved.walked.unclosed
        .filter(({ path }) => !/^metadata\.name(?:space)?$/.test(path.join('.')))
        .map(({ path, offset }) => ({
          label: `Resource "${resolved.resource.id}" at ${formatPath(path)}`,
          path: [...resolved.path, ...path],
          offset,
        })),
    ),
  ];
  for (const { label, path, offset } of places) {
    const message = `${label}: nothing closes this "\${", so kro takes it for text.`;
    report({ code: 'kro/unclosed-expression', path, range: [offset, offset + 2], message });
  }
}

/** kro writes these into labels, whose values are short. */
function checkLabels({ graph, report }: Pick<Context, 'graph' | 'report'>): void {
  const refuse = (what: string, name: string, path: readonly (string | number)[]): void => {
    if (name.length <= longestLabel) return;
    const message = `The ${what} "${name}" has ${name.length} characters; kro makes a label of it, which takes ${longestLabel}.`;
    report({ code: 'kro/long-label', path, message });
  };
  refuse('name', graph.name, ['metadata', 'name']);
  refuse('group', graph.head.group, ['spec', 'schema', 'group']);
  for (const { id, path } of graph.resources) refuse('id', id, [...path, 'id']);
  if (Object.hasOwn(graph.status, 'state')) {
    const message = 'The field "status.state" is kro\'s own: what the graph says of it is never written.';
    report({ code: 'kro/status-state', path: ['spec', 'schema', 'status', 'state'], at: 'key', message });
  }
}
