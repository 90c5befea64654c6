import { didYouMean, nearestName } from '../../../util/did-you-mean.ts';
import { findActions, splitAction } from './find-actions.ts';
import type { StatementProblem, StatementRule } from './statement-problem.ts';

/** Services in which whoever may do everything, may give himself everything else. */
const guarded = ['iam', 'organizations', 'sts'];

/** Every action is one that AWS has, and none is a wildcard where that would give away all. */
export const checkActions: StatementRule = function* ({ actions }, known) {
  for (const [index, action] of actions.entries()) {
    const problem = problemOf(action, known);
    if (problem !== undefined) yield { path: ['actions', index], ...problem };
  }
};

function problemOf(action: string, known: Parameters<StatementRule>[1]): Omit<StatementProblem, 'path'> | undefined {
  const [prefix, name] = splitAction(action) ?? [];
  if (prefix === undefined || name === undefined)
    return {
      message: `"${action}" is no action of IAM.`,
      help: 'Write the prefix of a service, a colon and the name of the action, such as s3:GetObject.',
    };
  const service = known.service(prefix);
  if (service === undefined) {
    const nearest = nearestName(prefix, known.services);
    return {
      message: `"${prefix}" is no service of IAM.${didYouMean(prefix, known.services)}`,
      ...(nearest === undefined
        ? { help: 'Write the prefix of a service, as the Service Authorization Reference of AWS has it.' }
        : { write: `${nearest}:${name}` }),
    };
  }
  if (guarded.includes(prefix) && /[*?]/.test(name))
    return {
      message: `"${action}" is a wildcard: of ${prefix}, actions are named one by one.`,
      help: 'Name the actions that are needed.',
    };
  if (findActions(action, known).length > 0) return undefined;
  const names = Object.keys(service.actions);
  const nearest = nearestName(name, names);
  return {
    message: `"${action}" is no action of AWS.${didYouMean(name, names)}`,
    ...(nearest === undefined
      ? { help: `Name an action of "${prefix}" as the Service Authorization Reference of AWS has it.` }
      : { write: `${prefix}:${nearest}` }),
  };
}
