import type { Conditions, PolicyStatement } from '../../../model/policy-statement.ts';
import { matchesPattern } from './matches-pattern.ts';

/** A call, as AWS sees it when it decides. */
export interface IamRequest {
  readonly action: string;
  /** ARN, or `*` where an action knows no resources. */
  readonly resource: string;
  /** Values by condition key. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** Whether statements that allow, and never deny, allow a call. Rules: "Policy evaluation logic" of the IAM User Guide. */
export function isAllowed(statements: readonly PolicyStatement[], request: IamRequest): boolean {
  return statements.some(
    ({ actions, resources, conditions = {} }) =>
      actions.some((pattern) => matchesPattern(request.action.toLowerCase(), pattern.toLowerCase())) &&
      resources.some((pattern) => matchesPattern(request.resource, pattern)) &&
      areMet(conditions, request.context ?? {}),
  );
}

function areMet(conditions: Conditions, context: Exclude<IamRequest['context'], undefined>): boolean {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => isMet(operator, values.get(key.toLowerCase()), [wanted].flat())),
  );
}

/** One key of one operator. A key that the call has not got fails, but where the operator says otherwise. */
function isMet(operator: string, value: string | readonly string[] | undefined, wanted: readonly string[]): boolean {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return wanted.includes(String(value === undefined));
  if (value === undefined) return ifExists !== undefined || quantifier === 'ForAllValues' || isNegated(name);
  const one = comparison(name);
  const among = (given: string) =>
    isNegated(name) ? wanted.every((pattern) => !one(given, pattern)) : wanted.some((pattern) => one(given, pattern));
  const given = [value].flat();
  return quantifier === 'ForAnyValue' ? given.some(among) : given.every(among);
}

const isNegated = (name: string) => /Not/.test(name);

/** Dates, numbers and addresses are compared by no policy of ours: an operator that is not known here allows nothing. */
function comparison(name: string): (given: string, pattern: string) => boolean {
  const base = name.replace('Not', '');
  if (base === 'StringEquals' || base === 'Bool') return (given, pattern) => given === pattern;
  if (base === 'StringEqualsIgnoreCase') return (given, pattern) => given.toLowerCase() === pattern.toLowerCase();
  if (base === 'StringLike' || base === 'ArnLike' || base === 'ArnEquals') return matchesPattern;
  throw new Error(`the operator ${name} is not evaluated`);
}
