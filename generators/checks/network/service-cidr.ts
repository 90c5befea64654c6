import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { soundCidr } from '../network-ranges.ts';
import { isPrivate } from '../private-ranges.ts';

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html */
const LARGEST = 12;
const SMALLEST = 24;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `The range of Kubernetes services is private and /${LARGEST} to /${SMALLEST}.`,
  details: 'EKS takes it from 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 only. It never changes.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'serviceCidr: 172.21.0.0/20') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'serviceCidr: 100.64.0.0/16') },
  *run({ spokes }) {
    for (const { serviceCidr, locate } of spokes.values()) {
      const cidr = soundCidr(serviceCidr);
      if (cidr === undefined) continue;
      const fault = !isPrivate(cidr)
        ? 'is not private: it must lie within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16'
        : cidr.prefix < LARGEST || cidr.prefix > SMALLEST
          ? `has the wrong size for services: it must be /${LARGEST} to /${SMALLEST}`
          : undefined;
      if (fault === undefined) continue;
      yield {
        message: `"${serviceCidr}" ${fault}.`,
        at: locate(['serviceCidr']),
        help: 'Write 172.20.0.0/16, or leave it out.',
      };
    }
  },
});
