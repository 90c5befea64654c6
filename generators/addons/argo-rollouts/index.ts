import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Rolls out new versions step by step: canaries, blue and green, judged by metrics.',
  namespace: { name: 'argo-rollouts', ownedBy: 'addon' },
  stage: 'platform',
  clouds: 'any',
  recommended: { version: '2.41.0', inInit: false },
  chart: {
    repo: 'https://argoproj.github.io/argo-helm',
    name: 'argo-rollouts',
    openValues: [
      'controller.affinity',
      'controller.logging',
      'controller.nodeSelector',
      'controller.resources',
      'controller.tolerations',
      'controller.topologySpreadConstraints',
    ],
    values: ({ options: { replicas } }) => ({
      controller: {
        replicas,
        // A budget for a single copy would hold up every drain of its node.
        pdb: replicas > 1 ? { enabled: true, maxUnavailable: 1 } : { enabled: false },
      },
    }),
  },
});
