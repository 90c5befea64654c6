import { exampleSpoke, exampleTeam } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import type { Origin } from '../../../../source/origin.ts';
import { takenTwice } from '../../../../util/taken-twice.ts';
import { awsHub } from '../../aws-hub.ts';
import { argocdRole, roleArn } from '../../roles.ts';

const team = (role: string) =>
  exampleTeam(
    'namespaces: {search: {}}',
    'members:',
    '  developers: {role: search, access: edit}',
    `  on-call: {role: ${role}, access: admin}`,
  );
const spoke = { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [search]') };

interface Principal {
  readonly arn: string;
  readonly label: string;
  readonly at: () => Origin;
}

/** All who sign in to a spoke with a role of their own. */
function* principals({ teams }: Spoke, fleet: Fleet, account: Account, hub: Hub): Iterable<Principal> {
  yield { arn: argocdRole(fleet, hub, account), label: 'Argo CD', at: () => account.locate(['roles', 'argocd']) };
  for (const [name, arn] of Object.entries(awsHub(hub).admins)) {
    yield { arn, label: `admins "${name}" of the hub`, at: () => hub.locate(['admins', name]) };
  }
  for (const team of new Set(teams.map((name) => fleet.teams.get(name)))) {
    for (const [member, { role }] of Object.entries(team?.members ?? {})) {
      const at = () => team?.locate(['members', member, 'role']) ?? {};
      yield { arn: roleArn(hub, account.id, role), label: `members "${member}" of team "${team?.name}"`, at };
    }
  }
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'On a spoke, an IAM role stands for one group of people.',
  details: 'EKS has one access entry for a role. Who needs the rights of two groups joins both with two roles.',
  good: { ...spoke, 'config/teams/search.yaml': team('search-on-call') },
  bad: { ...spoke, 'config/teams/search.yaml': team('search') },
  *run(fleet) {
    // Spokes of one account with the same teams have the same people.
    const seen = new Set<string>();
    for (const spoke of fleet.spokes.values()) {
      const [account, hub] = [fleet.accounts.get(spoke.account), fleet.hubs.get(spoke.hub)];
      const key = `${spoke.account}/${spoke.teams.join(' ')}`;
      if (account === undefined || hub === undefined || seen.has(key)) continue;
      seen.add(key);
      for (const [principal, other] of takenTwice(principals(spoke, fleet, account, hub), ({ arn }) => arn)) {
        yield {
          message: `On spoke "${spoke.name}", the role "${principal.arn}" is that of ${principal.label} and of ${other.label}.`,
          at: principal.at(),
          notes: [{ message: `it is that of ${other.label} here`, at: other.at() }],
          help: 'Give each of them a role of its own.',
        };
      }
    }
  },
});
