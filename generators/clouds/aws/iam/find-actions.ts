import type { IamAction, IamActions } from './iam-actions.ts';
import { matchesPattern } from './matches-pattern.ts';

export interface FoundAction extends IamAction {
  /** `ec2:CreateVpc`. */
  readonly name: string;
}

/** `service:Name`, where the name may hold wildcards. */
export function splitAction(action: string): readonly [service: string, name: string] | undefined {
  const [, service, name] = /^([a-zA-Z0-9-]+):([a-zA-Z0-9*?]+)$/.exec(action) ?? [];
  return service === undefined || name === undefined ? undefined : [service.toLowerCase(), name];
}

/** The actions that a pattern stands for: none of a service or a name that AWS does not have. */
export function findActions(action: string, { service }: IamActions): readonly FoundAction[] {
  const [prefix, pattern] = splitAction(action) ?? [];
  const actions = prefix === undefined ? undefined : service(prefix)?.actions;
  if (actions === undefined || pattern === undefined) return [];
  const lower = pattern.toLowerCase();
  return Object.entries(actions)
    .filter(([name]) => matchesPattern(name.toLowerCase(), lower))
    .map(([name, facts]) => ({ name: `${prefix}:${name}`, ...facts }));
}
