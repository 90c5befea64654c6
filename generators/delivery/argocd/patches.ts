import type { DeliveryEngine } from '../engine.ts';

/** What patches may touch of the objects that Argo CD reads. */
export const patches: DeliveryEngine['patches'] = {
  domains: ['argoproj.io'],
  rules: [
    {
      kinds: ['Application'],
      paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
      by: 'spoke',
      why: 'For people and for tools of their own.',
    },
    {
      kinds: ['Application'],
      paths: ['/spec/info/**', '/spec/revisionHistoryLimit'],
      by: 'spoke',
      why: 'What Argo CD shows of it.',
    },
    {
      kinds: ['AppProject'],
      paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
      by: 'platform',
      why: 'Policies and meshes choose by them.',
    },
    {
      kinds: ['Application'],
      paths: [
        '/metadata/annotations/notifications.argoproj.io~1*',
        '/metadata/annotations/link.argocd.argoproj.io~1*',
        '/spec/ignoreDifferences/**',
        '/spec/syncPolicy/managedNamespaceMetadata/**',
        '/spec/source/helm/skipCrds',
        '/spec/source/helm/skipSchemaValidation',
        '/spec/source/helm/skipTests',
      ],
      by: 'platform',
      why: 'How Argo CD delivers it: not what, from where, to where, or under which rights.',
    },
    {
      kinds: ['AppProject'],
      paths: [
        '/spec/clusterResourceBlacklist/**',
        '/spec/clusterResourceWhitelist/**',
        '/spec/description',
        '/spec/namespaceResourceBlacklist/**',
        '/spec/namespaceResourceWhitelist/**',
        '/spec/orphanedResources/**',
        '/spec/syncWindows/**',
      ],
      by: 'platform',
      why: 'What a team may deliver, and when: not from where or to where.',
    },
  ],
};
