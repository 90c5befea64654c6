import { eksAddons } from '../../clouds/aws/eks-addons.ts';
import { nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

/** A slip of the pen is nearer to what was meant than two names are to each other. */
const SLIP = 2;

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eksAddons: {${addon}: v1.0.0-eksbuild.1}}`,
    `eksAddons: {${addon}: {}}`,
  );

export default fleetCheck({
  severity: 'warning',
  scope: 'spoke',
  summary: 'An EKS add-on is one that is known here.',
  details:
    'Of those of AWS and of the community it is known whether nodes need them, and which rights in AWS they must have. Another one is made after the nodes and gets no rights; AWS refuses a name that it does not know only when it is to be made.',
  good: { 'config/spokes/green.yaml': spoke('eks-node-monitoring-agent') },
  bad: { 'config/spokes/green.yaml': spoke('eks-nodes-monitoring-agent') },
  *run({ spokes }) {
    const known = Object.keys(eksAddons);
    for (const { eksAddons: used, locate } of spokes.values()) {
      for (const name of Object.keys(used)) {
        // One that cannot be made at all is told about elsewhere.
        if (Object.hasOwn(eksAddons, name) || name.includes('_')) continue;
        const near = nearestName(name, known, SLIP);
        yield {
          message: `"${name}" is no EKS add-on that is known here.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
          at: locate(['eksAddons', name], 'key'),
          help:
            near === undefined
              ? `See that AWS has it for this Kubernetes (\`aws eks describe-addon-versions --addon-name ${name}\`), and give it the rights that it needs.`
              : `Write "${near}".`,
        };
      }
    }
  },
});
