import type { Hub } from '../../model/fleet.ts';
import { takenTwice } from '../../util/taken-twice.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

const second = (cluster: string) => exampleHub('[172.16.0.0/12]').replace('cluster: hub', `cluster: ${cluster}`);
const account = { 'config/accounts/main.yaml': 'id: "222222222222"\nhub: hub\nregions: [eu-west-1]\n' };

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'No two hubs are the same cluster.',
  details: 'Each of them would take what the other one delivers for its own.',
  good: { ...account, 'config/hubs/second.yaml': second('second') },
  bad: { ...account, 'config/hubs/second.yaml': second('hub') },
  *run({ hubs }) {
    const identity = ({ account, region, cluster }: Hub) => `${account} ${region} ${cluster}`;
    for (const [{ name, cluster, locate }, other] of takenTwice(hubs.values(), identity)) {
      yield {
        message: `Hub "${name}" is the cluster "${cluster}" of hub "${other.name}".`,
        at: locate(['cluster']),
        notes: [{ message: `"${other.name}" names it here`, at: other.locate(['cluster']) }],
        help: 'Name another cluster, account or region.',
      };
    }
  },
});
