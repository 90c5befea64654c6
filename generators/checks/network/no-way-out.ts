import type { Named } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (nat: string) => exampleSpoke(`network: {cidr: 10.1.0.0/18, nat: ${nat}}`);

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'Nodes can reach what they need to start.',
  details:
    'Nodes stand in private subnets, and without NAT nothing that Wheelwright makes leads from there to the registries and the APIs of AWS: only S3 has an endpoint, and S3 alone starts no node. It works where somebody else makes interface endpoints in the VPC (ec2, ecr.api, ecr.dkr, sts, eks-auth, logs), or a route.',
  good: { 'config/spokes/green.yaml': spoke('single') },
  bad: { 'config/spokes/green.yaml': spoke('none') },
  *run({ networks, spokes }) {
    for (const network of networks.values()) if (network.nat === 'none') yield closed(network, 'network', ['nat']);
    for (const spoke of spokes.values()) {
      const { cidr, nat } = spoke.network;
      if (cidr !== undefined && nat === 'none') yield closed(spoke, 'spoke', ['network', 'nat']);
    }
  },
});

function closed({ name, locate }: Named, kind: string, path: Path) {
  return {
    message: `With \`nat: none\`, no node of ${kind} "${name}" can pull an image: nothing leads out of its private subnets but to S3.`,
    at: locate(path),
    help: 'Set `nat: single`.',
  };
}
