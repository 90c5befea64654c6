import type { PolicyStatement } from '../../../model/policy-statement.ts';
import { byCodePoint } from '../../../util/code-point-order.ts';
import { MANAGED_POLICY_SIZE, splitPolicy } from '../iam/policy-document.ts';
import { kindActions } from './kind-actions.ts';
import { type Limits, limitAction } from './limit-action.ts';

/** Every action that the controllers need for objects of these kinds, in order. */
export function actionsFor(kinds: Iterable<string>): readonly string[] {
  const actions = new Set<string>();
  for (const kind of kinds) {
    const of = kindActions[kind];
    if (of === undefined) throw new Error(`nothing is known of what ${kind} needs`);
    for (const action of Object.values(of).flat()) actions.add(action);
  }
  return [...actions].sort(byCodePoint);
}

/** What the role of an account that the controllers assume must be allowed for these kinds: policies below the size of IAM. */
export function provisionerPolicy(kinds: Iterable<string>, limits: Limits): readonly (readonly PolicyStatement[])[] {
  const statements = new Map<string, { actions: string[] } & Omit<PolicyStatement, 'actions'>>();
  for (const action of actionsFor(kinds)) {
    // Where there is a boundary, whoever may take it away is bounded by nothing.
    if (action === 'iam:DeleteRolePermissionsBoundary' && limits.permissionsBoundary !== undefined) continue;
    const limit = limitAction(action, limits);
    const key = JSON.stringify(limit);
    const statement = statements.get(key) ?? { actions: [], ...limit };
    statement.actions.push(action);
    statements.set(key, statement);
  }
  return splitPolicy([...statements.values()], MANAGED_POLICY_SIZE);
}
