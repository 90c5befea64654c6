import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

/** EKS makes no more managed node groups in a cluster. */
const MOST = 30;

const spoke = (count: number) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'nodeGroups:',
    ...Array.from(
      { length: count },
      (_, index) => `  group${index}: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 1, max: 2}`,
    ),
    '  default: null',
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `A spoke has at most ${MOST} node groups.`,
  details: 'EKS refuses more in one cluster. A group may have several instance types and zones.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': spoke(MOST + 1) },
  *run({ spokes }) {
    for (const { name, nodeGroups, locate } of spokes.values()) {
      const count = Object.keys(nodeGroups).length;
      if (count <= MOST) continue;
      yield {
        message: `Spoke "${name}" has ${count} node groups; a cluster may have "${MOST}".`,
        at: locate(['nodeGroups'], 'key'),
        help: 'Put groups together: one may have several instance types and zones.',
      };
    }
  },
});
