import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { laterFirst } from '../../../../model/later-first.ts';
import { awsSpokes } from '../../aws-spoke.ts';

const green = (instanceType: string, ami: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `nodeGroups: {default: {instanceTypes: [${instanceType}], ami: ${ami}}}`,
  );

/** Graviton: a `g` after the generation, as in m7g, c8gn, im4gn or p6e-gb200, and a1. */
function isArm(instanceType: string): boolean {
  const [family = ''] = instanceType.split('.');
  return family === 'a1' || /^[a-z]+[0-9]+e?-?g/.test(family);
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The instance types of a node group have the architecture of its AMI.',
  details: 'An ARM image does not start on x86, nor the reverse; EKS refuses the node group.',
  good: { 'config/spokes/green.yaml': green('m7g.large', 'BOTTLEROCKET_ARM_64') },
  bad: { 'config/spokes/green.yaml': green('m7g.large', 'BOTTLEROCKET_x86_64') },
  *run({ recorded, spokes }) {
    for (const { name: spoke, nodeGroups, locate } of awsSpokes(spokes)) {
      for (const [name, { ami, instanceTypes }] of Object.entries(nodeGroups)) {
        const armImage = ami.includes('_ARM_64');
        for (const [index, type] of instanceTypes.entries()) {
          if (isArm(type) === armImage) continue;
          const own = locate(['nodeGroups', name, 'instanceTypes', index]);
          const [at, other] = laterFirst(own, locate(['nodeGroups', name, 'ami']));
          yield {
            message: `"${type}" is ${armImage ? 'x86' : 'ARM'}, but the AMI "${ami}" of node group "${name}" of spoke "${spoke}" is ${armImage ? 'ARM' : 'x86'}.`,
            at,
            notes: [{ message: at === own ? 'the AMI' : 'the instance type', at: other }],
            help: recorded.has(`spokes/${spoke}`)
              ? `Set back what changed, as a group that exists keeps both; add a group with another name for ${armImage ? 'x86' : 'ARM'}.`
              : `Choose ${armImage ? 'an ARM instance type' : 'an x86 instance type'}, or an AMI for ${armImage ? 'x86' : 'ARM'}.`,
          };
        }
      }
    }
  },
});
