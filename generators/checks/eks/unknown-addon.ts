import { eksAddons } from '../../clouds/aws/eks-addons.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eksAddons: {${addon}: v1.0.0-eksbuild.1}}`,
    `eksAddons: {${addon}: {}}`,
  );

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: 'An EKS add-on is one that is known here.',
  details: 'Of each it must be known whether nodes need it or it needs nodes, and which rights in AWS it must have.',
  good: { 'config/spokes/green.yaml': spoke('eks-node-monitoring-agent') },
  bad: { 'config/spokes/green.yaml': spoke('eks-nodes-monitoring-agent') },
  *run({ spokes }) {
    const known = Object.keys(eksAddons);
    for (const { eksAddons: used, locate } of spokes.values()) {
      for (const name of Object.keys(used)) {
        if (Object.hasOwn(eksAddons, name)) continue;
        yield {
          message: `"${name}" is no EKS add-on that is known here.${didYouMean(name, known)}`,
          at: locate(['eksAddons', name], 'key'),
          help: `Known: ${known.join(', ')}.`,
        };
      }
    }
  },
});
