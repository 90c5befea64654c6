import type { Problem } from '../../../../diagnostics/diagnostic.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { fillIn } from '../../../../model/fill-in.ts';
import type { Fleet, Spoke, Team } from '../../../../model/fleet.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import { arnParts, isArnWithin } from '../../iam/arn-parts.ts';
import { type AskedIdentity, askedIdentities } from '../../iam/asked-identities.ts';
import { exampleOfTeam } from '../../iam/example-identity.ts';
import { fillStatement } from '../../iam/fill-statement.ts';
import { findActions } from '../../iam/find-actions.ts';
import { type IamActions, readIamActions } from '../../iam/iam-actions.ts';
import { isWithin } from '../../iam/matches-pattern.ts';

const files = (bucket: string) =>
  exampleOfTeam(
    `{serviceAccount: shop, statements: [{actions: ["s3:GetObject"], resources: ["arn:aws:s3:::${bucket}/*"]}]}`,
    '{actions: ["s3:*Object"]}',
  );

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'An application asks the cloud for nothing that its team may not have.',
  details:
    'Who writes the file of a spoke says what its applications need; what they may have is said in the file of the team, which belongs to the platform team: actions, resources and policies. Without a word of resources these are those whose names begin with that of the spoke, and of no other.',
  good: files('green-orders'),
  bad: files('orders'),
  *run(fleet) {
    for (const asked of askedIdentities(fleet.spokes)) {
      const team = fleet.teams.get(asked.team);
      if (team !== undefined) yield* problemsOf(asked, team, fleet);
    }
  },
});

function* problemsOf(
  { spoke, application, identity, path }: AskedIdentity,
  team: Team,
  fleet: Fleet,
): Generator<Problem> {
  const known = fleet.facts.read('aws/iam.json', readIamActions);
  const facts = textFactsOf(spoke, fleet);
  const { policies, actions } = team.identity;
  const isOfOther = reachesOthers(spoke, fleet);
  const isAllowed = (resource: string) =>
    team.identity.resources.some(
      (allowed) =>
        isArnWithin(resource, fillIn(allowed, facts)) && !(allowed.includes('{spoke}') && isOfOther(resource)),
    );
  const refused = (what: string, at: readonly (string | number)[], field: string): Problem => ({
    message: `Application "${application}" asks for ${what}, which team "${team.name}" may not have.`,
    at: spoke.locate([...path, ...at]),
    notes: [{ message: 'what its applications may have', at: team.locate(['identity', field]) }],
    help: `The platform team adds it to \`identity.${field}\` in ${team.file}, or the application does without.`,
  });
  for (const [index, policy] of identity.policies.entries())
    if (!policies.includes(policy)) yield refused(`the policy "${policy}"`, ['policies', index], 'policies');
  for (const [index, said] of identity.statements.entries()) {
    const statement = fillStatement(said, facts);
    // What AWS does not have is told as such.
    for (const [at, action] of statement.actions.entries())
      if (
        findActions(action, known).length > 0 &&
        !actions.some((allowed) => isWithin(action.toLowerCase(), allowed.toLowerCase()))
      )
        yield refused(`"${action}"`, ['statements', index, 'actions', at], 'actions');
    for (const [at, resource] of statement.resources.entries()) {
      if (isAllowed(resource) || (resource === '*' && knowsNone(statement.actions, known))) continue;
      yield refused(`"${resource}"`, ['statements', index, 'resources', at], 'resources');
    }
  }
}

/**
 * Whether an ARN that begins with the name of a spoke may be one of another spoke of the account, whose name begins with that:
 * of `blue`, `blue-green-orders` and `blue-*`.
 */
function reachesOthers({ name, account }: Spoke, { spokes }: Fleet): (arn: string) => boolean {
  const others = [...spokes.values()].filter((one) => one.account === account && one.name.startsWith(`${name}-`));
  return (arn) => {
    const part = arnParts(arn)[5] ?? '';
    // What a variable stands for is known when the call is made.
    const [head = ''] = part.split(/[*?$]/, 1);
    const own = head.slice(head.indexOf(`${name}-`));
    return others.some(
      (other) => own.startsWith(`${other.name}-`) || (head !== part && `${other.name}-`.startsWith(own)),
    );
  };
}

/** Of actions that can be limited to no resource, "*" says nothing. */
function knowsNone(actions: readonly string[], known: IamActions): boolean {
  return actions.flatMap((action) => findActions(action, known)).every(({ on = [] }) => on.length === 0);
}
