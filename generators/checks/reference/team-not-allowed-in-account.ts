import { fleetCheck } from '../check.ts';
import { exampleSpoke, exampleTeam } from '../example-files.ts';

const team = (accounts: string) => exampleTeam('namespaces: {search: {}}').replace('[main]', accounts);
const second = { 'config/accounts/second.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' };
const spoke = { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [search]') };

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A spoke may list only teams that may work in its account.',
  details: 'A team gets rights on every spoke that lists it. Its own file bounds where that may happen.',
  good: { ...second, ...spoke, 'config/teams/search.yaml': team('[main, second]') },
  bad: { ...second, ...spoke, 'config/teams/search.yaml': team('[second]') },
  *run({ accounts, spokes, teams }) {
    for (const spoke of spokes.values()) {
      // An account that does not exist is told of elsewhere.
      if (!accounts.has(spoke.account)) continue;
      for (const [index, name] of spoke.teams.entries()) {
        const team = teams.get(name);
        if (team === undefined || team.accounts.includes(spoke.account)) continue;
        yield {
          message: `Team "${name}" may not work in account "${spoke.account}".`,
          at: spoke.locate(['teams', index]),
          notes: [{ message: 'the accounts in which it may work', at: team.locate(['accounts']) }],
          help: `Do not list the team here, or add "${spoke.account}" to ${team.file}.`,
        };
      }
    }
  },
});
