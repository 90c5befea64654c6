import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Serves the use of CPU and memory by pods and nodes, for `kubectl top` and for autoscaling.',
  namespace: { name: 'kube-system', ownedBy: 'cluster' },
  stage: 'system',
  clouds: 'any',
  recommended: { version: '3.13.1', inInit: true },
  chart: {
    repo: 'https://kubernetes-sigs.github.io/metrics-server/',
    name: 'metrics-server',
    openValues: ['affinity', 'nodeSelector', 'resources', 'tolerations', 'topologySpreadConstraints'],
    values: ({ options: { replicas } }) => ({
      replicas,
      // A budget for a single copy would hold up every drain of its node.
      podDisruptionBudget: replicas > 1 ? { enabled: true, maxUnavailable: 1 } : { enabled: false },
    }),
  },
});
