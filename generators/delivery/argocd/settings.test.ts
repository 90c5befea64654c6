import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { argocdSettings } from './settings.ts';

const { metadata, data } = argocdSettings([{ group: 'kro.run', kind: 'EKSCluster' }]) as ReturnType<
  typeof argocdSettings
> & {
  readonly data: Readonly<Record<string, string>>;
};

test('the settings are never pruned, since the installation shares the object', () => {
  expect(metadata).toEqual({
    name: 'argocd-cm',
    namespace: 'argocd',
    labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
    annotations: {
      'argocd.argoproj.io/sync-wave': '-5',
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    },
  });
});

test('only keys that are ours are set', () => {
  expect(Object.keys(data)).toEqual(['resource.exclusions', 'resource.customizations.health.kro.run_EKSCluster']);
});

test('exclusions are a list of groups with kinds, and keep those that Argo CD has by default', () => {
  const excluded = parse(data['resource.exclusions'] ?? '') as { apiGroups: string[]; kinds: string[] }[];
  for (const entry of excluded) expect(Object.keys(entry)).toEqual(['apiGroups', 'kinds']);
  const kinds = excluded.flatMap((entry) => entry.kinds);
  expect(kinds).toEqual(expect.arrayContaining(['Endpoints', 'EndpointSlice', 'Lease', 'GraphRevision']));
  expect(new Set(kinds).size).toBe(kinds.length);
});
