import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Judges, changes and makes objects by policies. It brings none.',
  namespace: { name: 'kyverno', ownedBy: 'addon' },
  // What comes later is judged already.
  stage: 'system',
  clouds: 'any',
  recommended: { version: '3.9.0', inInit: false },
  chart: {
    repo: 'https://kyverno.github.io/kyverno/',
    name: 'kyverno',
    openValues: [
      'admissionController.container.resources',
      'backgroundController.resources',
      'cleanupController.resources',
      'reportsController.resources',
    ],
    values: ({ options: { replicas } }) => ({
      admissionController: { replicas },
      backgroundController: { replicas: Math.min(replicas, 2) },
      cleanupController: { replicas: Math.min(replicas, 2) },
      reportsController: { replicas: Math.min(replicas, 2) },
    }),
  },
});
