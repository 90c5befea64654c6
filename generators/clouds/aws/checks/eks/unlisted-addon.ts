import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import { eksAddons } from '../../eks-addons.ts';
import { meantAddon } from '../../meant-addon.ts';

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eks: {addons: {${addon}: v1.0.0-eksbuild.1}}}`,
    `eks: {addons: {${addon}: {}}}`,
  );

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'An EKS add-on is one of those that are known here.',
  details:
    'Of the add-ons of AWS and of the community it is known whether nodes need them, and which rights in AWS they must have. Another one is made after the nodes and gets no rights; AWS refuses a name that it does not know only when it is to be made.',
  good: { 'config/spokes/green.yaml': spoke('eks-node-monitoring-agent') },
  bad: { 'config/spokes/green.yaml': spoke('aws-something-new') },
  *run({ spokes }) {
    for (const { eks, locate } of awsSpokes(spokes)) {
      for (const name of Object.keys(eks.addons)) {
        // One that cannot be made at all, or was meant to be another, is told about elsewhere.
        if (Object.hasOwn(eksAddons, name) || name.includes('_') || meantAddon(name) !== undefined) continue;
        yield {
          message: `"${name}" is no EKS add-on that is known here: it is made after the nodes, and gets no rights.`,
          at: locate(['eks', 'addons', name], 'key'),
          help: `See that AWS has it: \`aws eks describe-addon-versions --addon-name ${name}\`.`,
        };
      }
    }
  },
});
