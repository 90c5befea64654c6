import { checkValue } from '../schema/structural/check-value.ts';
import { digestSchema, type RawSchema } from '../schema/structural/structural-schema.ts';
import { ownPattern } from '../schema/structural/text-pattern.ts';
import type { Violation } from '../schema/structural/violation.ts';

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
