import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { awsSpokes } from '../../aws-spoke.ts';

/** What can follow the name of the cluster in that of a Kubernetes object. */
const fits = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eks: {addons: {${addon}: v2.0.0-eksbuild.1}}}`,
    `eks: {addons: {${addon}: {}}}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The name of an EKS add-on fits into the names of Kubernetes objects.',
  details:
    'The hub has an object for each add-on of a spoke, named after both. The names of add-ons of the AWS Marketplace have a "_", which no object can have: the library cannot make them yet.',
  good: { 'config/spokes/green.yaml': spoke('kube-state-metrics') },
  bad: { 'config/spokes/green.yaml': spoke('kubecost_kubecost') },
  *run({ spokes }) {
    for (const { eks, locate } of awsSpokes(spokes)) {
      for (const name of Object.keys(eks.addons)) {
        if (fits.test(name)) continue;
        yield {
          message: `The library cannot make the EKS add-on "${name}": its name fits no Kubernetes object.`,
          at: locate(['eks', 'addons', name], 'key'),
          help: 'Take it out, and install it as an application with the Helm chart of its maker.',
        };
      }
    }
  },
});
