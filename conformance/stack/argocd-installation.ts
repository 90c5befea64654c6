import type { KubeObject } from './kube-objects.ts';

const namespace = 'argocd';

/** Argo CD sees only settings that bear its label. */
const labels = { 'app.kubernetes.io/part-of': 'argocd' };

const emptySettings = [
  'argocd-cmd-params-cm',
  'argocd-rbac-cm',
  'argocd-ssh-known-hosts-cm',
  'argocd-tls-certs-cm',
  'argocd-gpg-keys-cm',
];

/**
 * What stands before the first Application is applied: the objects of an installation, `argocd-cm` bare. The key in
 * argocd-secret and the default project would be made by the API server of Argo CD, which does not run here.
 */
export const argocdInstallation: readonly KubeObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  ...['argocd-cm', ...emptySettings].map((name) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels },
  })),
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'argocd-secret', namespace, labels },
    stringData: { 'server.secretkey': 'only-for-the-stand-in' },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  },
];
