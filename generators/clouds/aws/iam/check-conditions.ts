import { didYouMean, nearestName } from '../../../util/did-you-mean.ts';
import { findActions } from './find-actions.ts';
import type { IamActions } from './iam-actions.ts';
import type { StatementRule } from './statement-problem.ts';

/** Operators of the IAM JSON policy reference, without what goes before and after them. */
const operators = [
  ...[
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  ...[
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  ...['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  ...[
    'Bool',
    'BinaryEquals',
    'IpAddress',
    'NotIpAddress',
    'ArnEquals',
    'ArnNotEquals',
    'ArnLike',
    'ArnNotLike',
    'Null',
  ],
];

/** Every condition has an operator that there is, and a key that some action of the statement knows. */
export const checkConditions: StatementRule = function* ({ actions, conditions = {} }, known) {
  for (const [operator, keys] of Object.entries(conditions)) {
    const [, , name = ''] = /^(ForAnyValue:|ForAllValues:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
    if (!operators.includes(name)) {
      const nearest = nearestName(name, operators);
      yield {
        path: ['conditions', operator],
        message: `"${operator}" is no operator of IAM.${didYouMean(name, operators)}`,
        help: nearest === undefined ? `Write one of ${operators.join(', ')}.` : `Write ${nearest}.`,
      };
    }
    const there = keysOf(actions, known);
    for (const key of Object.keys(keys)) {
      if (there.length === 0 || isGlobal(key) || there.some((pattern) => isKey(key, pattern))) continue;
      yield {
        path: ['conditions', operator, key],
        message: `No action of this statement knows the condition key "${key}".${didYouMean(key, there)}`,
        help: `Write a key that they know, such as ${nearestName(key, there) ?? there[0]}.`,
      };
    }
  }
};

/** Keys that AWS knows of every call, or of most: they are about who calls, and from where. */
const isGlobal = (key: string) => /^aws:/i.test(key);

/** `aws:ResourceTag/${TagKey}` stands for any key of a tag. */
function isKey(key: string, pattern: string): boolean {
  const open = pattern.indexOf('${');
  return open < 0
    ? key.toLowerCase() === pattern.toLowerCase()
    : key.toLowerCase().startsWith(pattern.slice(0, open).toLowerCase());
}

function keysOf(actions: readonly string[], known: IamActions): readonly string[] {
  const keys = new Set<string>();
  for (const action of actions) {
    for (const { name, on = [], keys: own = [] } of findActions(action, known)) {
      const types = known.service(name.slice(0, name.indexOf(':')))?.types ?? {};
      for (const key of [...own, ...on.flatMap((type) => types[type]?.keys ?? [])]) keys.add(key);
    }
  }
  return [...keys].sort();
}
