import { clusterName } from '../../model/names.ts';
import { takenTwice } from '../../util/taken-twice.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const green = (name: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `cluster: {name: ${name}}`);

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'No two spokes are the same cluster.',
  details:
    'The name of a cluster exists once in an account and region. It is that of the spoke, unless the spoke says another: two spokes would fight for the cluster.',
  good: { 'config/spokes/green.yaml': green('Green_2019') },
  bad: { 'config/spokes/green.yaml': green('blue') },
  *run({ spokes }) {
    // Those that say nothing have names of their own: they go first, and are not told of.
    const sorted = [...spokes.values()].sort(
      (a, b) => Number(a.cluster !== undefined) - Number(b.cluster !== undefined),
    );
    const identity = (spoke: (typeof sorted)[number]) => `${spoke.account} ${spoke.region} ${clusterName(spoke)}`;
    for (const [spoke, other] of takenTwice(sorted, identity)) {
      yield {
        message: `The cluster "${clusterName(spoke)}" of spoke "${spoke.name}" is that of spoke "${other.name}".`,
        at: spoke.locate(['cluster', 'name']),
        notes: [{ message: `"${other.name}" is here`, at: other.locate(['cluster', 'name']) }],
        help: 'Name another cluster.',
      };
    }
  },
});
