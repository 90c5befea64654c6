import { unknownName } from '../../diagnostics/unknown-name.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const shared = {
  'config/networks/shared.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.4.0.0/16\nazCount: 3\nnat: single\n',
};

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A shared network that a spoke uses must have a file.',
  details: 'A shared network has a life of its own: it is there before its first spoke and stays after its last.',
  good: { ...shared, 'config/spokes/green.yaml': exampleSpoke('network: {use: shared}') },
  bad: { ...shared, 'config/spokes/green.yaml': exampleSpoke('network: {use: sharde}') },
  *run({ networks, recorded, spokes }) {
    for (const { network, locate } of spokes.values()) {
      const name = network.use;
      if (name === undefined || networks.has(name)) continue;
      const at = locate(['network', 'use']);
      yield unknownName({
        what: 'network',
        name,
        known: networks.keys(),
        file: `config/networks/${name}.yaml`,
        at,
        existed: recorded.has(`networks/${name}`),
      });
    }
  },
});
