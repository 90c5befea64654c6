import type { PolicyStatement } from '../../../model/policy-statement.ts';

/** Characters, white space aside, that IAM takes of a policy with a name of its own. */
export const MANAGED_POLICY_SIZE = 6144;
/** Of all that stand in a role together. */
export const INLINE_POLICIES_SIZE = 10240;

/** A policy as IAM reads it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

export function policyDocument(statements: readonly PolicyStatement[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ actions, resources, conditions }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(conditions !== undefined && { Condition: conditions }),
    })),
  };
}

/** As IAM counts it. */
export function policySize(statements: readonly PolicyStatement[]): number {
  return JSON.stringify(policyDocument(statements)).replace(/\s/g, '').length;
}

/**
 * The statements in as few policies as their order allows, none above the size; one that is too large by itself is split by
 * its longer list. Together they allow what they allowed.
 */
export function splitPolicy(
  statements: readonly PolicyStatement[],
  size: number,
): readonly (readonly PolicyStatement[])[] {
  const policies: PolicyStatement[][] = [];
  for (const statement of statements.flatMap((one) => splitStatement(one, size))) {
    const last = policies.at(-1);
    if (last !== undefined && policySize([...last, statement]) <= size) last.push(statement);
    else policies.push([statement]);
  }
  return policies;
}

function splitStatement(statement: PolicyStatement, size: number): readonly PolicyStatement[] {
  if (policySize([statement]) <= size) return [statement];
  const list = statement.actions.length > statement.resources.length ? 'actions' : 'resources';
  const items = statement[list];
  if (items.length < 2) throw new Error(`a statement of ${policySize([statement])} characters cannot be split`);
  const half = Math.ceil(items.length / 2);
  return [items.slice(0, half), items.slice(half)].flatMap((part) =>
    splitStatement({ ...statement, [list]: part }, size),
  );
}
