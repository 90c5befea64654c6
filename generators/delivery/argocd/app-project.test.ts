import { expect, test } from 'vitest';
import { appProject } from './app-project.ts';

const rights = {
  name: 'blue-checkout',
  description: 'applications of team checkout on blue',
  repositories: ['https://github.com/acme/checkout', 'oci://example.com/charts', 'oci://example.com/charts'],
  destinations: [
    { cluster: { spoke: 'blue' }, namespace: 'checkout' },
    { cluster: 'hub', namespace: 'spoke-*' },
  ],
  clusterKinds: [],
} as const;

test('a project permits what the rights say and nothing else', () => {
  expect(appProject(rights, 2, { 'wheelwright.dev/spoke': 'blue' })).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: 'blue-checkout',
      namespace: 'argocd',
      labels: { 'wheelwright.dev/spoke': 'blue' },
      annotations: { 'argocd.argoproj.io/sync-wave': '2' },
    },
    spec: {
      description: 'applications of team checkout on blue',
      sourceRepos: ['https://github.com/acme/checkout', 'example.com/charts'],
      destinations: [
        { name: 'blue', namespace: 'checkout' },
        { server: 'https://kubernetes.default.svc', namespace: 'spoke-*' },
      ],
      clusterResourceWhitelist: [],
    },
  });
});

test('kinds in namespaces are all allowed, or those that are listed, or those that are not denied', () => {
  const listed = [{ group: 'kro.run', kind: '*' }];
  const specOf = (more: object) => appProject({ ...rights, ...more }, 2).spec;
  expect(specOf({})).not.toHaveProperty('namespaceResourceWhitelist');
  expect(specOf({ namespacedKinds: listed }).namespaceResourceWhitelist).toEqual(listed);
  expect(specOf({ deniedNamespacedKinds: listed }).namespaceResourceBlacklist).toEqual(listed);
});
