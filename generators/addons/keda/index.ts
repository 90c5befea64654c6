import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Scales workloads by events: queues, schedules, metrics of other systems.',
  namespace: { name: 'keda', ownedBy: 'addon' },
  alsoIn: ['kube-system'],
  stage: 'platform',
  clouds: 'any',
  recommended: { version: '2.20.2', inInit: false },
  chart: {
    repo: 'https://kedacore.github.io/charts',
    name: 'keda',
    openValues: ['resources', 'logging', 'tolerations', 'topologySpreadConstraints'],
    values: ({ spoke: { name }, options: { replicas } }) => {
      // A budget for a single copy would hold up every drain of its node.
      const budget = replicas > 1 ? { maxUnavailable: 1 } : {};
      return {
        clusterName: name,
        operator: { replicaCount: replicas },
        metricsServer: { replicaCount: replicas },
        webhooks: { replicaCount: replicas },
        podDisruptionBudget: { operator: budget, metricServer: budget, webhooks: budget },
      };
    },
  },
});
