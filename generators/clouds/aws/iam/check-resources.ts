import { arnParts } from './arn-parts.ts';
import { findActions } from './find-actions.ts';
import type { IamActions } from './iam-actions.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { StatementRule } from './statement-problem.ts';

const isArn = (text: string) => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:.+$/.test(text);

/** Every resource is one that an action of the statement can be limited to, and every action has one. */
export const checkResources: StatementRule = function* ({ actions, resources }, known) {
  const found = actions.flatMap((action) => findActions(action, known));
  if (found.length === 0) return;
  const limited = new Set<string>();
  for (const [index, resource] of resources.entries()) {
    if (resource === '*') continue;
    if (!isArn(resource)) {
      yield {
        path: ['resources', index],
        message: `"${resource}" is no ARN.`,
        help: 'Write an ARN such as arn:aws:s3:::bucket/*, or "*" for every resource.',
      };
      continue;
    }
    const of = found.filter(({ name, on = [] }) => on.some((type) => isOfType(resource, arnOf(name, type, known))));
    for (const { name } of of) limited.add(name);
    if (of.length === 0)
      yield {
        path: ['resources', index],
        message: `None of the actions of this statement is about "${resource}".`,
        help: `Name a resource of ${list(typesOf(found))}, or an action that is about this one.`,
      };
  }
  if (resources.includes('*') || resources.some((resource) => !isArn(resource))) return;
  // An action that knows no resources is allowed by "*" alone.
  for (const [index, action] of actions.entries()) {
    const without = findActions(action, known);
    if (without.length === 0 || without.some(({ name, on = [] }) => limited.has(name) || on.length > 0)) continue;
    yield {
      path: ['actions', index],
      message: `"${action}" can be limited to no resource, so that this statement never allows it.`,
      help: 'Move it to a statement whose resources are ["*"].',
    };
  }
};

/** A wildcard for all resources is needed only by actions that know none. */
export const checkAnyResource: StatementRule = function* ({ actions, resources, conditions }, known) {
  const index = resources.indexOf('*');
  if (index < 0 || Object.keys(conditions ?? {}).length > 0) return;
  const wide = actions.filter((action) => findActions(action, known).some(({ on = [] }) => on.length > 0));
  if (wide.length === 0) return;
  yield {
    path: ['resources', index],
    message: `"*" allows ${list(wide)} for every resource of the account.`,
    help: 'Name the resources, or say in a condition which they are.',
  };
};

const arnOf = (action: string, type: string, known: IamActions) => {
  const prefix = action.slice(0, action.indexOf(':'));
  return known.service(prefix)?.types[type]?.arn ?? '';
};

/** Whether some resource of a type can be what an ARN, which may hold wildcards, says. */
function isOfType(arn: string, template: string): boolean {
  const pattern = template.replace(/\$\{[^}]*\}/g, '*');
  // Wildcards on both sides: what one says literally must be possible in the other, part by part.
  const mine = arnParts(arn);
  return arnParts(pattern).every((part, index) => overlap(mine[index] ?? '', part));
}

function overlap(one: string, other: string): boolean {
  if (!/[*?]/.test(one)) return matchesPattern(one, other);
  if (!/[*?]/.test(other)) return matchesPattern(other, one);
  const head = (text: string) => text.slice(0, text.search(/[*?]/));
  return head(one).startsWith(head(other)) || head(other).startsWith(head(one));
}

const typesOf = (found: ReturnType<typeof findActions>) => [...new Set(found.flatMap(({ on = [] }) => on))].sort();
const list = (names: readonly string[]) => (names.length > 5 ? `${names.slice(0, 5).join(', ')} …` : names.join(', '));
