import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (endpoint: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `endpoint: ${endpoint}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A Kubernetes API without a public endpoint needs a declared path from the hub.',
  details:
    'Argo CD on the hub must reach the API of the spoke, or nothing would ever be delivered to it. `hubPath` says that somebody has made a path, or will: nothing is made of it.',
  good: { 'config/spokes/green.yaml': spoke('{public: false, hubPath: transit-gateway}') },
  bad: { 'config/spokes/green.yaml': spoke('{public: false}') },
  *run({ spokes }) {
    for (const { endpoint, hub, locate } of spokes.values()) {
      if (endpoint.public || endpoint.hubPath !== undefined) continue;
      yield {
        message: `With \`public: false\`, Argo CD on hub "${hub}" cannot reach the Kubernetes API.`,
        at: locate(['endpoint', 'public']),
        help: 'Say under `hubPath` how the hub reaches it: peering, transit-gateway or private-link.',
      };
    }
  },
});
