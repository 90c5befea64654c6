import { takenTwice } from '../../util/taken-twice.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (second: string) =>
  exampleSpoke(
    'network:',
    '  existing:',
    '    vpcId: vpc-0a1b2c3d4e5f60718',
    '    subnets:',
    `      private: [subnet-0a1b2c3d4e5f60711, ${second}]`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A subnet of an existing VPC stands in one tier, and once.',
  details: 'Private subnets are for nodes, public ones for load balancers, intra ones for the control plane.',
  good: { 'config/spokes/green.yaml': spoke('subnet-0a1b2c3d4e5f60712') },
  bad: { 'config/spokes/green.yaml': spoke('subnet-0a1b2c3d4e5f60711') },
  *run({ spokes }) {
    for (const { network, locate } of spokes.values()) {
      const subnets = (['private', 'public', 'intra'] as const).flatMap((tier) =>
        (network.existing?.subnets[tier] ?? []).map((id, index) => ({
          id,
          path: ['network', 'existing', 'subnets', tier, index],
        })),
      );
      for (const [{ id, path }, first] of takenTwice(subnets, (subnet) => subnet.id)) {
        yield {
          message: `The subnet "${id}" is listed twice.`,
          at: locate(path),
          notes: [{ message: 'it stands here first', at: locate(first.path) }],
          help: 'Remove one of them.',
        };
      }
    }
  },
});
