import { clouds } from '../../clouds/registry.ts';
import { fleetCheck } from '../check.ts';

const spoke = (region: string) =>
  `environment: production\naccount: main\nregion: ${region}\nnetwork: {cidr: 10.1.0.0/18}\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A spoke or network must stand in a region that its account allows.',
  details: 'The list keeps clusters and their data out of regions where nobody looks for them.',
  good: { 'config/spokes/green.yaml': spoke('eu-west-1') },
  bad: { 'config/spokes/green.yaml': spoke('us-east-1') },
  *run({ accounts, networks, spokes }) {
    for (const { account, region, locate } of [...spokes.values(), ...networks.values()]) {
      const owner = accounts.get(account);
      if (owner === undefined || owner.regions.includes(region) || clouds[owner.cloud]?.zones[region] === undefined)
        continue;
      const allowed = owner.regions.map((name) => `"${name}"`).join(', ');
      yield {
        message: `Account "${account}" does not allow region "${region}", only ${allowed}.`,
        at: locate(['region']),
        notes: [{ message: 'the regions that it allows', at: owner.locate(['regions']) }],
        help: `Choose one of them, or add "${region}" to ${owner.file}.`,
      };
    }
  },
});
