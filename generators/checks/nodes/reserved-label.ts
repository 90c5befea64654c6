import { cloudNamed } from '../../clouds/cloud-named.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (label: string) =>
  exampleSpoke('network: {cidr: 10.1.0.0/18}', `nodeGroups: {default: {labels: {${label}}}}`);

/** What a kubelet may say of its own node: kubernetes/kubernetes, staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go */
const allowedKeys = new Set([
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);
const allowedDomains = ['kubelet.kubernetes.io', 'node.kubernetes.io'];

function isReserved(key: string, ofCloud: readonly string[]): boolean {
  const domain = key.includes('/') ? (key.split('/')[0] ?? '') : '';
  const within = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  if (ofCloud.includes(domain)) return true;
  if (!within('kubernetes.io') && !within('k8s.io')) return false;
  return !allowedKeys.has(key) && !allowedDomains.some(within);
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The labels of a node group leave out the domains of Kubernetes and of the cloud.',
  details:
    'A node with a label below `kubernetes.io` or `k8s.io` that no kubelet may set itself never joins; labels of the cloud are set by the cloud.',
  good: { 'config/spokes/green.yaml': spoke('node.kubernetes.io/tier: front') },
  bad: { 'config/spokes/green.yaml': spoke('node-role.kubernetes.io/worker: ""') },
  *run({ spokes }) {
    for (const { cloud, nodeGroups, locate } of spokes.values()) {
      const { nodeDomains = [] } = cloudNamed(cloud);
      for (const [name, { labels }] of Object.entries(nodeGroups)) {
        for (const key of Object.keys(labels)) {
          if (!isReserved(key, nodeDomains)) continue;
          yield {
            message: `The label "${key}" is reserved; nodes that set it would not join.`,
            at: locate(['nodeGroups', name, 'labels', key], 'key'),
            help: 'Use a domain of your own, or `node.kubernetes.io`.',
          };
        }
      }
    }
  },
});
