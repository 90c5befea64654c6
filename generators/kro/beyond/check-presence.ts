import type { RawSchema } from '../../kube/structural-schema.ts';
import { counted } from '../../util/counted.ts';
import { escapeField } from '../cel/escape-field.ts';
import type { Span } from '../cel/expression.ts';
import type { Report } from '../context.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import type { ResourceExpressions } from '../graph/resource-expressions.ts';
import { specPaths } from './spec-paths.ts';

/** Reports fields of the spec that resources count on, and that an instance may leave out: kro then waits for them for ever. Each is told of once. A status is only left out then. */
export function checkPresence(spec: RawSchema, resources: readonly ResourceExpressions[], report: Report): void {
  const uses = new Map<string, Use[]>();
  for (const { template, forEach, includeWhen } of resources) {
    // What a condition of the resource asks for is there when the resource is made.
    const asked = includeWhen.flatMap(({ parsed }) => specPaths(parsed.expression).asked);
    const own = [...forEach, ...template].map(({ expression }) => expression);
    for (const expression of own) collect(expression, asked);
    for (const expression of includeWhen) collect(expression, []);
  }

  function collect(expression: GraphExpression, asked: readonly (readonly string[])[]): void {
    const paths = specPaths(expression.parsed.expression);
    const known = [...asked, ...paths.asked].map((fields) => fields.join('.'));
    for (const { fields, ...span } of paths.read) {
      const absent = firstAbsent(spec, fields);
      const field = fields.slice(0, (absent ?? 0) + 1).join('.');
      if (absent === undefined || known.includes(field)) continue;
      uses.set(field, [...(uses.get(field) ?? []), { expression, span }]);
    }
  }

  for (const [field, [first, ...others]] of uses) {
    if (first === undefined) continue;
    const { expression, span } = first;
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'other expression')})`;
    const message = `${expression.label}${more}: an instance may leave out "schema.spec.${field}", and would then wait for it for ever.`;
    const help = 'Give the field a default or make it required, or read it with `.?` and `orValue`.';
    report({ ...expression.spotOf(span), code: 'kro/absent-input', message, help });
  }
}

interface Use {
  readonly expression: GraphExpression;
  readonly span: Span;
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
