import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { removed } from '../../../../diagnostics/removed.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { awsSpokes } from '../../aws-spoke.ts';

const needed: Readonly<Record<string, string>> = {
  'vpc-cni': 'no pod gets an address and no node becomes ready',
  'kube-proxy': 'no service can be reached',
  coredns: 'no name can be looked up',
};

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'A spoke should have the EKS add-ons vpc-cni, kube-proxy and coredns.',
  details: 'Clusters are made without the ones that EKS would install by itself, so that every version is pinned here.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'eks: {addons: {coredns: null}}') },
  *run({ spokes }) {
    for (const { name, eks, locate } of awsSpokes(spokes)) {
      for (const addon of Object.keys(needed)) {
        if (Object.hasOwn(eks.addons, addon)) continue;
        yield {
          message: `Spoke "${name}" has no EKS add-on "${addon}": without it ${needed[addon]}.`,
          ...(removed(locate, ['eks', 'addons', addon]) ?? {
            at: locate(['eks', 'addons', addon], 'key'),
            help: `Add \`${addon}: {}\` to \`eks.addons\`, in config/config.yaml for all spokes.`,
          }),
        };
      }
    }
  },
});
