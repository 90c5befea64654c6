import type { CelType } from '../../cel/types/cel-type.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { formatPath } from '../../source/path.ts';
import type { Context } from '../context.ts';
import type { ExpressionText } from '../expressions/expression-text.ts';
import { type GraphExpression, graphExpression } from '../graph/graph-expression.ts';
import { type References, referencesOf } from '../graph/references.ts';
import { markerKeys } from '../simple-schema/parse-markers.ts';
import { type Walked, walkTemplate } from '../template/walk-template.ts';
import { checkWritable, typeOfExpression } from '../types/check-types.ts';
import { checkConditions } from './check-conditions.ts';
import { schemaOfType } from './schema-of-type.ts';
import { statusSchema } from './status-schema.ts';

const statusPath = ['spec', 'schema', 'status'];

export interface CheckedStatus {
  readonly schema: RawSchema;
  readonly fields: readonly { readonly expression: GraphExpression; readonly references: References }[];
  readonly walked: Walked;
}

/** Checks the status of a graph: every leaf an expression, its type inferred. `conditions` are of another kind. */
export function checkStatus(
  context: Context,
  ids: ReadonlySet<string>,
  variables: ReadonlyMap<string, CelType>,
): CheckedStatus {
  const { graph, report } = context;
  const { conditions, ...status } = graph.status;
  if (conditions !== undefined) checkConditions(context, conditions, ids, variables);
  const walked = walkTemplate(status, undefined);
  for (const { code, path, range, message } of walked.problems) {
    const at = formatPath(['status', ...path]);
    report({ code, path: [...statusPath, ...path], ...(range && { range }), message: `${at}: ${message}.` });
  }
  for (const path of walked.literals) {
    const message = `${formatPath(['status', ...path])} has no expression; kro takes a status of expressions only.`;
    report({ code: 'kro/status-literal', path: [...statusPath, ...path], message });
  }
  const scope = { ids, iterators: new Set<string>(), hasRuntime: false, mayOmit: false };
  const leaves: { path: readonly (string | number)[]; schema: RawSchema }[] = [];
  const fields = walked.fields.map(({ path, text, expression: found }) => {
    const label = formatPath(['status', ...path]);
    const expression = graphExpression(label, [...statusPath, ...path], text, found);
    const odd = path.find((segment) => typeof segment === 'string' && !isReadable(segment));
    if (odd !== undefined) {
      const message = `${label}: kro writes the path of a field as a text, and cannot read "${odd}" back.`;
      report({ code: 'kro/status-name', path: expression.path, at: 'key', message });
    }
    if (isLikeType(text, found)) {
      const message = `${label} is written like a type: kro takes "${text}" for a text with an expression in it.`;
      const help = 'Write the expression alone, `${…}`: kro takes the type from it.';
      report({ code: 'kro/status-like-type', path: expression.path, message, help });
    }
    const references = referencesOf(expression, scope, report);
    if (references.isSound && references.resources.length === 0 && !references.readsSchema) {
      const message = `${label} reads neither a resource nor "schema", so it never changes.`;
      report({ code: 'kro/status-reads-nothing', path: expression.path, message });
    }
    const isTyped = references.isSound && references.resources.every((id) => variables.has(id));
    const type = isTyped ? typeOfExpression(expression, variables, report) : undefined;
    if (type !== undefined) checkWritable(expression, type, variables, report);
    leaves.push({ path, schema: schemaOfType(type ?? { kind: 'dyn' }) });
    return { expression, references };
  });
  return { schema: statusSchema(leaves), fields, walked };
}

const typeFirst = /^\s*(?:\[\]\S*|map\[\S*|string|integer|boolean|float|number|object)\s*\|/;
const markerLater = new RegExp(`\\|\\s*(?:${markerKeys.join('|')})=`);

/** Whether a text has a type or markers around its expression, as the fields of a spec have. */
function isLikeType(text: string, { isWhole }: ExpressionText): boolean {
  return !isWhole && (typeFirst.test(text) || markerLater.test(text));
}

/** Names with a dot are written in quotes, others as they are: `[` then begins an index. */
function isReadable(name: string): boolean {
  return name === '' || name.includes('.') ? !name.includes('"') : /^[^[]*(\[\d+\][^[]*)*$/.test(name);
}
