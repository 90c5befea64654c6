import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const network = (region: string) => `account: main\nregion: ${region}\ncidr: 10.4.0.0/16\nazCount: 3\nnat: single\n`;
const spoke = {
  'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n',
  'config/spokes/green.yaml': exampleSpoke('network: {use: shared}'),
};

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A spoke that uses a shared network has its account and region.',
  details: 'A cluster cannot stand in the subnets of another account or region.',
  good: { ...spoke, 'config/networks/shared.yaml': network('eu-west-1') },
  bad: { ...spoke, 'config/networks/shared.yaml': network('eu-central-1') },
  *run({ networks, spokes }) {
    for (const spoke of spokes.values()) {
      const network = networks.get(spoke.network.use ?? '');
      if (network === undefined) continue;
      const [field] = (['account', 'region'] as const).filter((name) => network[name] !== spoke[name]);
      if (field === undefined) continue;
      yield {
        message: `Network "${network.name}" is in ${field} "${network[field]}", spoke "${spoke.name}" in "${spoke[field]}".`,
        at: spoke.locate(['network', 'use']),
        notes: [
          { message: `the ${field} of the network`, at: network.locate([field]) },
          { message: `the ${field} of the spoke`, at: spoke.locate([field]) },
        ],
        help: `Use a network of account "${spoke.account}" in region "${spoke.region}", or give the spoke a \`cidr\`.`,
      };
    }
  },
});
