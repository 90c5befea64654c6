import { clusterName } from '../../model/names.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const account = (id: string) => `id: "${id}"\nregions: [eu-west-1]\n`;
const spoke = exampleSpoke('network: {cidr: 10.1.0.0/18}');

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'No spoke has the name of the cluster of a hub in the same account and region.',
  details:
    'The cluster of a spoke has its name, or the one that it says, which exists once in an account and region: the controllers would take the hub for the spoke that they are to make, change it, and delete it one day.',
  good: { 'config/spokes/hub.yaml': spoke },
  bad: { 'config/accounts/main.yaml': account('111111111111'), 'config/spokes/hub.yaml': spoke },
  *run({ accounts, hubs, spokes }) {
    const clusters = new Map([...hubs.values()].map((hub) => [`${hub.account}/${hub.region}/${hub.cluster}`, hub]));
    for (const spoke of spokes.values()) {
      const { name, account, region, locate } = spoke;
      const hub = clusters.get(`${accounts.get(account)?.id}/${region}/${clusterName(spoke)}`);
      if (hub === undefined) continue;
      yield {
        message: `The cluster of spoke "${name}" would be that of hub "${hub.name}", which has the same name, account and region.`,
        at: locate(spoke.cluster === undefined ? [] : ['cluster', 'name']),
        notes: [{ message: 'the cluster of the hub', at: hub.locate(['cluster']) }],
        help:
          spoke.cluster === undefined
            ? 'Give the file of the spoke another name.'
            : 'Give the cluster of the spoke another name.',
      };
    }
  },
});
