import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { soundCidr } from '../network-ranges.ts';

const spoke = (range: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `endpoint: {publicCidrs: [${range}]}`);

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'The public endpoint should not be open to the whole internet.',
  details:
    'Only sign-in then stands between anybody and the Kubernetes API. The hub may reach it without being listed.',
  good: { 'config/spokes/green.yaml': spoke('203.0.113.0/24') },
  bad: { 'config/spokes/green.yaml': spoke('0.0.0.0/0') },
  *run({ spokes }) {
    for (const { endpoint, locate } of spokes.values()) {
      for (const [index, text] of endpoint.publicCidrs.entries()) {
        if (soundCidr(text)?.prefix !== 0) continue;
        yield {
          message: `"${text}" opens the Kubernetes API to the whole internet.`,
          at: locate(['endpoint', 'publicCidrs', index]),
          help: 'List the ranges from which people work.',
        };
      }
    }
  },
});
