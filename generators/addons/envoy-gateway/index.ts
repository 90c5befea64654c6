import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Takes traffic in by the Gateway API, and brings its kinds.',
  namespace: { name: 'envoy-gateway-system', ownedBy: 'addon' },
  stage: 'platform',
  clouds: 'any',
  recommended: { version: 'v1.9.0', inInit: false },
  chart: {
    repo: 'oci://docker.io/envoyproxy',
    name: 'gateway-helm',
    openValues: [
      'deployment.envoyGateway.resources',
      'deployment.pod.affinity',
      'deployment.pod.nodeSelector',
      'deployment.pod.tolerations',
      'deployment.pod.topologySpreadConstraints',
    ],
    values: ({ options: { replicas } }) => ({
      deployment: { replicas },
      // A budget for a single copy would hold up every drain of its node.
      podDisruptionBudget: { minAvailable: replicas > 1 ? 1 : 0 },
    }),
  },
});
