import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import { meantAddon } from '../../meant-addon.ts';

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eks: {addons: {${addon}: v1.0.0-eksbuild.1}}}`,
    `eks: {addons: {${addon}: {}}}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The name of an EKS add-on is not a slip of the pen.',
  details:
    'AWS refuses a name that it does not know, but only when the add-on is to be made. One that is like none of those of AWS is let through with a warning, as AWS has new ones now and then.',
  good: { 'config/spokes/green.yaml': spoke('eks-node-monitoring-agent') },
  bad: { 'config/spokes/green.yaml': spoke('eks-nodes-monitoring-agent') },
  *run({ spokes }) {
    for (const { eks, locate } of awsSpokes(spokes)) {
      for (const name of Object.keys(eks.addons)) {
        const meant = meantAddon(name);
        if (meant === undefined) continue;
        yield {
          message: `"${name}" is no EKS add-on that is known here. Did you mean "${meant}"?`,
          at: locate(['eks', 'addons', name], 'key'),
          help: `Write "${meant}".`,
        };
      }
    }
  },
});
