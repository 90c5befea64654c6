import { unknownName } from '../../diagnostics/unknown-name.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'An account that a spoke, a network or a team names must have a file.',
  details: 'The account decides the hub, the cloud account id and the roles; without its file nothing could be placed.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: {
    'config/spokes/green.yaml':
      'environment: production\naccount: mian\nregion: eu-west-1\nnetwork: {cidr: 10.1.0.0/18}\n',
  },
  *run({ accounts, networks, recorded, spokes, teams }) {
    const unknown = (name: string, at: Parameters<typeof unknownName>[0]['at']) =>
      unknownName({
        what: 'account',
        name,
        known: accounts.keys(),
        file: `config/accounts/${name}.yaml`,
        at,
        existed: recorded.has(`accounts/${name}`),
      });
    for (const { account, locate } of [...spokes.values(), ...networks.values()]) {
      if (!accounts.has(account)) yield unknown(account, locate(['account']));
    }
    for (const team of teams.values()) {
      for (const [index, account] of team.accounts.entries()) {
        if (!accounts.has(account)) yield unknown(account, team.locate(['accounts', index]));
      }
    }
  },
});
