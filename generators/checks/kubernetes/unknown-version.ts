import { cloudNamed } from '../../clouds/cloud-named.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (version: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `versions: {kubernetes: "${version}"}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The Kubernetes version of a spoke is one that EKS offers.',
  details: 'The list is part of this program: a version that is newer than it needs a newer Wheelwright.',
  good: { 'config/spokes/green.yaml': spoke('1.36') },
  bad: { 'config/spokes/green.yaml': spoke('1.53') },
  *run({ spokes }) {
    for (const { versions, cloud, locate } of spokes.values()) {
      const { kubernetesVersions: known, service } = cloudNamed(cloud);
      if (known.includes(versions.kubernetes)) continue;
      yield {
        message: `"${versions.kubernetes}" is no Kubernetes version that ${service} offers; it offers ${known.join(', ')}.`,
        at: locate(['versions', 'kubernetes']),
        help: `Write one of them, such as "${known.at(-1)}".`,
      };
    }
  },
});
