import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet } from '../../model/fleet.ts';
import { application, applicationSource } from './application.ts';

const fleet = {
  config: { repository: { url: 'https://github.com/acme/platform', revision: 'refs/heads/main' } },
} as Fleet;
const bundle: Bundle = {
  name: 'blue-metrics-server',
  wave: 4,
  project: 'blue-addons',
  cluster: { spoke: 'blue' },
  namespace: 'kube-system',
  source: { kind: 'path', path: 'out/hubs/hub/spokes/blue/addons/metrics-server' },
};

describe('a source', () => {
  test('in this repository follows its branch', () => {
    expect(applicationSource(bundle.source, fleet)).toEqual({
      repoURL: 'https://github.com/acme/platform',
      targetRevision: 'refs/heads/main',
      path: 'out/hubs/hub/spokes/blue/addons/metrics-server',
    });
  });

  test('in another repository has a revision of its own', () => {
    const source = {
      kind: 'repository',
      repo: 'https://github.com/acme/shop',
      path: 'deploy',
      revision: 'v1',
    } as const;
    expect(applicationSource(source, fleet)).toEqual({
      repoURL: 'https://github.com/acme/shop',
      targetRevision: 'v1',
      path: 'deploy',
    });
  });

  const chart = {
    kind: 'chart',
    repo: 'oci://example.com/charts',
    chart: 'redis',
    version: '1.0.0',
    releaseName: 'cache',
  } as const;

  test('in an OCI registry loses the scheme, and its values are data', () => {
    expect(applicationSource({ ...chart, values: { architecture: 'standalone' } }, fleet)).toEqual({
      repoURL: 'example.com/charts',
      targetRevision: '1.0.0',
      chart: 'redis',
      helm: { releaseName: 'cache', valuesObject: { architecture: 'standalone' } },
    });
  });

  test('holds no empty values: Argo CD strips them, and would never see the same source', () => {
    expect(applicationSource({ ...chart, values: {} }, fleet).helm).toEqual({ releaseName: 'cache' });
    expect(applicationSource({ ...chart, repo: 'https://example.com/charts', values: {} }, fleet).repoURL).toBe(
      'https://example.com/charts',
    );
  });
});

describe('an Application', () => {
  test('goes to its spoke by name and to the hub by address', () => {
    const destination = (one: Bundle) => application(one, fleet, { cascade: true }).spec.destination;
    expect(destination(bundle)).toEqual({ name: 'blue', namespace: 'kube-system' });
    expect(destination({ ...bundle, cluster: 'hub' })).toEqual({
      server: 'https://kubernetes.default.svc',
      namespace: 'kube-system',
    });
  });

  test('takes what it delivered with it only where it cascades', () => {
    expect(application(bundle, fleet, { cascade: true }).metadata.finalizers).toEqual([
      'resources-finalizer.argocd.argoproj.io',
    ]);
    expect(application(bundle, fleet, { cascade: false }).metadata).toEqual({
      name: 'blue-metrics-server',
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/sync-wave': '4' },
    });
  });

  test('says how Argo CD treats the object itself', () => {
    const options = { cascade: true, objectOptions: 'Prune=confirm', compareOptions: 'IgnoreExtraneous' };
    expect(application(bundle, fleet, options).metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-wave': '4',
      'argocd.argoproj.io/sync-options': 'Prune=confirm',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    });
  });

  test('makes its namespace only where it is told to', () => {
    const options = (createNamespace: boolean) =>
      application({ ...bundle, createNamespace }, fleet, { cascade: true }).spec.syncPolicy?.syncOptions;
    expect(options(false)).toEqual(['ServerSideApply=true']);
    expect(options(true)).toEqual(['ServerSideApply=true', 'CreateNamespace=true']);
  });
});
