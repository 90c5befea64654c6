import { repairBy } from '../../diagnostics/repair-by.ts';
import { writtenAt } from '../../source/origin.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const needed: Readonly<Record<string, string>> = {
  'vpc-cni': 'no pod gets an address and no node becomes ready',
  'kube-proxy': 'no service can be reached',
  coredns: 'no name can be looked up',
};

export default fleetCheck({
  severity: 'warning',
  scope: 'spoke',
  summary: 'A spoke should have the EKS add-ons vpc-cni, kube-proxy and coredns.',
  details: 'Clusters are made without the ones that EKS would install by itself, so that every version is pinned here.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'eksAddons: {coredns: null}') },
  *run({ spokes }) {
    for (const { name, eksAddons, locate } of spokes.values()) {
      for (const addon of Object.keys(needed)) {
        if (Object.hasOwn(eksAddons, addon)) continue;
        const at = locate(['eksAddons', addon], 'key');
        const isRemoved = writtenAt(at) === addon;
        yield {
          message: `Spoke "${name}" has no EKS add-on "${addon}": without it ${needed[addon]}.`,
          at,
          ...(isRemoved && { notes: [{ message: 'an empty value, or `null`, removes it here', at }] }),
          ...(isRemoved
            ? repairBy({ at, remove: addon })
            : { help: `Add \`${addon}: {}\` to \`eksAddons\`, in config/config.yaml for all spokes.` }),
        };
      }
    }
  },
});
