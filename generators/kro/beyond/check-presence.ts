import type { RawSchema } from '../../kube/structural-schema.ts';
import { escapeField } from '../cel/escape-field.ts';
import type { Report } from '../context.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import type { ResourceExpressions } from '../graph/resource-expressions.ts';
import { specPaths } from './spec-paths.ts';

/** Reports fields of the spec that an expression counts on, and that an instance may leave out: kro then waits for them for ever. */
export function checkPresence(
  spec: RawSchema,
  resources: readonly ResourceExpressions[],
  status: readonly GraphExpression[],
  report: Report,
): void {
  for (const { template, forEach, includeWhen } of resources) {
    // What a condition of the resource asks for is there when the resource is made.
    const asked = includeWhen.flatMap(({ parsed }) => specPaths(parsed.expression).asked);
    const own = [...forEach, ...template].map(({ expression }) => expression);
    for (const expression of own) check(expression, asked);
    for (const expression of includeWhen) check(expression, []);
  }
  for (const expression of status) check(expression, []);

  function check(expression: GraphExpression, asked: readonly (readonly string[])[]): void {
    const paths = specPaths(expression.parsed.expression);
    const known = [...asked, ...paths.asked].map((fields) => fields.join('.'));
    for (const { fields, ...span } of paths.read) {
      const absent = firstAbsent(spec, fields);
      if (absent === undefined || known.includes(fields.slice(0, absent + 1).join('.'))) continue;
      const name = ['schema.spec', ...fields.slice(0, absent + 1)].join('.');
      const message = `${expression.label}: an instance may leave out "${name}", and would then wait for it for ever.`;
      const help = 'Give the field a default or make it required, or read it with `.?` and `orValue`.';
      report({ ...expression.spotOf(span), code: 'kro/absent-input', message, help });
    }
  }
}

/** Index of the first field on a path that may be absent. That there is a spec at all is taken for granted. */
function firstAbsent(spec: RawSchema, fields: readonly string[]): number | undefined {
  let schema: RawSchema | undefined = spec;
  for (const [index, field] of fields.entries()) {
    const current: RawSchema = schema;
    const { properties = {}, required = [], additionalProperties } = current;
    const name: string | undefined = Object.keys(properties).find((key) => key === field || escapeField(key) === field);
    if (name === undefined) return additionalProperties === undefined ? undefined : index;
    schema = properties[name];
    if (schema === undefined) return undefined;
    if (!required.includes(name) && (schema.default ?? null) === null) return index;
  }
  return undefined;
}
