import type { PolicyStatement } from '../../../model/policy-statement.ts';
import type { Path } from '../../../source/path.ts';
import type { IamActions } from './iam-actions.ts';

/** What AWS would refuse, or would never allow, in a statement. */
export interface StatementProblem {
  /** Within the statement. */
  readonly path: Path;
  readonly message: string;
  /** What to write there instead, where that is one text. */
  readonly write?: string;
  /** Otherwise. */
  readonly help?: string;
}

export type StatementRule = (statement: PolicyStatement, known: IamActions) => Iterable<StatementProblem>;
