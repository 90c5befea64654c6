import type { Problem } from '../../../diagnostics/diagnostic.ts';
import { repairBy } from '../../../diagnostics/repair-by.ts';
import type { Fleet, Spoke } from '../../../model/fleet.ts';
import { textFactsOf } from '../../../model/text-facts.ts';
import type { Path } from '../../../source/path.ts';
import { fillStatement } from './fill-statement.ts';
import { readIamActions } from './iam-actions.ts';
import type { StatementRule } from './statement-problem.ts';

type Identity = NonNullable<Spoke['applications'][string]['identity']>;

/** What an application asks of AWS. */
export interface AskedIdentity {
  readonly spoke: Spoke;
  readonly application: string;
  readonly team: string;
  readonly identity: Identity;
  /** In the spoke. */
  readonly path: Path;
}

export function* askedIdentities(spokes: Fleet['spokes']): Generator<AskedIdentity> {
  for (const spoke of spokes.values()) {
    for (const [application, { identity, team }] of Object.entries(spoke.applications)) {
      if (identity === undefined) continue;
      yield { spoke, application, team, identity, path: ['applications', application, 'identity'] };
    }
  }
}

/** What a rule says of every statement that applications ask for, at its place. */
export function* statementProblems(rule: StatementRule, fleet: Fleet): Generator<Problem> {
  for (const { spoke, identity, path } of askedIdentities(fleet.spokes)) {
    const known = fleet.facts.read('aws/iam.json', readIamActions);
    const facts = textFactsOf(spoke, fleet);
    for (const [index, statement] of identity.statements.entries()) {
      for (const { path: at, message, write, help = '' } of rule(fillStatement(statement, facts), known)) {
        const place = spoke.locate([...path, 'statements', index, ...at]);
        yield { message, at: place, ...(write === undefined ? { help } : repairBy({ at: place, write })) };
      }
    }
  }
}
