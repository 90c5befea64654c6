import { checkValue } from '../kube/check-value.ts';
import { digestSchema, type RawSchema } from '../kube/structural-schema.ts';
import { ownPattern } from '../kube/text-pattern.ts';
import type { Violation } from '../kube/violation.ts';

interface Options {
  readonly builtin?: boolean;
  readonly templates?: boolean;
  /** What `$ref` leads to. */
  readonly shared?: readonly RawSchema[];
}

/** How a value breaks a schema, as `path: message`. */
export function violationsOf(
  schema: RawSchema,
  value: unknown,
  { builtin = false, templates = false, shared = [] }: Options = {},
): string[] {
  const violations: Violation[] = [];
  checkValue(value, digestSchema(schema, shared, { builtin, patterns: ownPattern }), {
    path: [],
    violations,
    templates,
  });
  return violations.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
