import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import { eksAddons as known } from '../../eks-addons.ts';

const spoke = (addon: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `versions: {eks: {addons: {${addon}: v1.0.0-eksbuild.1}}}`,
    `eks: {addons: {${addon}: {}}}`,
  );

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'An EKS add-on gets the rights in AWS that it needs.',
  details:
    'For some add-ons AWS has no policy that fits everybody: which buckets, secrets or zones they may reach is for the fleet to say, and `eks.addons` has no place for it. Where `addons` has one of the same name, that one gets its rights. They run, and what they ask of AWS is refused until somebody makes a role and a pod identity association.',
  good: { 'config/spokes/green.yaml': spoke('eks-node-monitoring-agent') },
  bad: { 'config/spokes/green.yaml': spoke('aws-mountpoint-s3-csi-driver') },
  *run({ spokes }) {
    for (const { eks, locate } of awsSpokes(spokes)) {
      for (const name of Object.keys(eks.addons)) {
        if (known[name]?.needsRights === undefined) continue;
        yield {
          message: `The EKS add-on "${name}" gets no rights in AWS: what it may do depends on the fleet.`,
          at: locate(['eks', 'addons', name], 'key'),
          help: 'Make a role for it, and a pod identity association for its service account, outside of this repository.',
        };
      }
    }
  },
});
