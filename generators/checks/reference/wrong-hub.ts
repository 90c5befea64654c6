import { fleetCheck } from '../check.ts';
import { exampleHub, exampleSpoke } from '../example-files.ts';

const second = {
  'config/accounts/main.yaml': 'id: "222222222222"\nhub: hub\nregions: [eu-west-1]\n',
  'config/hubs/second.yaml': exampleHub('[172.16.0.0/12]').replace('cluster: hub', 'cluster: second'),
};

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The hub that a spoke names must be the hub of its account.',
  details:
    "Only the controllers of an account's own hub may work in it. The field repeats what the account says, for readers; it chooses nothing.",
  good: { ...second, 'config/spokes/green.yaml': exampleSpoke('hub: hub', 'network: {cidr: 10.1.0.0/18}') },
  bad: { ...second, 'config/spokes/green.yaml': exampleSpoke('hub: second', 'network: {cidr: 10.1.0.0/18}') },
  *run({ accounts, spokes }) {
    for (const { account, hub, locate } of spokes.values()) {
      const owner = accounts.get(account);
      if (owner === undefined || owner.hub === '' || owner.hub === hub) continue;
      yield {
        message: `"${hub}" is not the hub of account "${account}", which is "${owner.hub}".`,
        at: locate(['hub']),
        notes: [{ message: `the hub of account "${account}"`, at: owner.locate(['hub']) }],
        help: 'Remove `hub` here, or choose an account of that hub.',
      };
    }
  },
});
