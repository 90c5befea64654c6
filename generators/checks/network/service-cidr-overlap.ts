import { formatCidr, overlaps } from '../../util/cidr.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { soundCidr, type VpcRange, vpcRanges } from '../network-ranges.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The range of Kubernetes services does not overlap the VPC of the spoke.',
  details: 'A service would have the address of a machine. EKS refuses such a cluster.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'serviceCidr: 10.2.0.0/20') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'serviceCidr: 10.1.16.0/20') },
  *run(fleet) {
    const shared = new Map<string, VpcRange>();
    const own = new Map<string, VpcRange>();
    for (const range of vpcRanges(fleet)) (range.kind === 'network' ? shared : own).set(range.of.name, range);
    for (const { name, network, serviceCidr, locate } of fleet.spokes.values()) {
      const range = network.use === undefined ? own.get(name) : shared.get(network.use);
      const services = soundCidr(serviceCidr);
      if (range === undefined || services === undefined || !overlaps(services, range.cidr)) continue;
      yield {
        message: `The services of spoke "${name}" take "${serviceCidr}", which overlaps its VPC "${formatCidr(range.cidr)}".`,
        at: locate(['serviceCidr']),
        notes: [{ message: 'the range of the VPC', at: range.of.locate(range.path) }],
        help: 'Give the services another private range under `serviceCidr`.',
      };
    }
  },
});
