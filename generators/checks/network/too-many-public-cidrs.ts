import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

/** Ranges for one cluster: a fixed quota of EKS. https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html */
const MOST = 40;

const spoke = (count: number) => {
  const ranges = Array.from({ length: count }, (_, index) => `203.0.113.${index}/32`);
  return exampleSpoke('network: {cidr: 10.1.0.0/18}', `endpoint: {publicCidrs: [${ranges.join(', ')}]}`);
};

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `At most ${MOST} ranges may reach a public endpoint, those of the hub included.`,
  details: 'It is a fixed quota of EKS. The NAT addresses of the hub are always among them.',
  good: { 'config/spokes/green.yaml': spoke(MOST - 1) },
  bad: { 'config/spokes/green.yaml': spoke(MOST) },
  *run({ hubs, spokes }) {
    for (const { endpoint, hub: hubName, locate } of spokes.values()) {
      const hub = hubs.get(hubName);
      if (hub === undefined || !endpoint.public) continue;
      const count = new Set([...endpoint.publicCidrs, ...hub.natAddresses]).size;
      if (count <= MOST) continue;
      yield {
        message: `"${count}" ranges may reach the public endpoint; EKS takes at most ${MOST}.`,
        at: locate(['endpoint', 'publicCidrs']),
        notes: [{ message: `${hub.natAddresses.length} of them are the hub's`, at: hub.locate(['natAddresses']) }],
        help: 'Replace neighbouring ranges by a larger one.',
      };
    }
  },
});
