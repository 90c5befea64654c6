import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { Bundle, BundleSource } from '../../model/bundle.ts';
import type { Fleet } from '../../model/fleet.ts';
import { annotations } from './marks.ts';

export const ARGOCD_NAMESPACE = 'argocd';
export const HUB_SERVER = 'https://kubernetes.default.svc';

/** Deleting the Application deletes what it delivered. */
export const CASCADE = 'resources-finalizer.argocd.argoproj.io';

/**
 * Endless, with the newest commit at each attempt, and at most 3 minutes apart: a failed attempt to an unchanged commit
 * is otherwise never repeated. https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
 */
const retry = { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } } as const;

export interface ApplicationOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly cascade: boolean;
  /** How Argo CD treats the object itself, such as `Prune=false`. */
  readonly objectOptions?: string;
  readonly compareOptions?: string;
}

export function application(bundle: Bundle, fleet: Fleet, options: ApplicationOptions): Application {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: bundle.name,
      namespace: ARGOCD_NAMESPACE,
      ...(options.labels && { labels: options.labels }),
      annotations: {
        ...annotations({ wave: bundle.wave, sync: options.objectOptions ? [options.objectOptions] : [] }),
        ...annotations({ compare: options.compareOptions }),
      },
      ...(options.cascade && { finalizers: [CASCADE] }),
    },
    spec: {
      project: bundle.project,
      source: applicationSource(bundle.source, fleet),
      destination:
        bundle.cluster === 'hub'
          ? { server: HUB_SERVER, namespace: bundle.namespace }
          : { name: bundle.cluster.spoke, namespace: bundle.namespace },
      syncPolicy: syncPolicy([
        ...(bundle.createNamespace ? ['CreateNamespace=true'] : []),
        ...(bundle.kindMayBeMissing ? ['SkipDryRunOnMissingResource=true'] : []),
      ]),
    },
  };
}

export function syncPolicy(options: readonly string[]) {
  return {
    automated: { prune: true, selfHeal: true },
    syncOptions: ['ServerSideApply=true', ...options],
    retry,
  };
}

/** Holds no empty fields: Argo CD strips them, and the health check would compare two different sources for ever. */
export function applicationSource(source: BundleSource, fleet: Fleet): NonNullable<Application['spec']['source']> {
  const { url, revision } = fleet.config.repository;
  if (source.kind === 'path') return { repoURL: url, targetRevision: revision, path: source.path };
  if (source.kind === 'repository') return { repoURL: source.repo, targetRevision: source.revision, path: source.path };
  const values = Object.keys(source.values).length > 0 && { valuesObject: source.values };
  return {
    repoURL: chartRepository(source.repo),
    targetRevision: source.version,
    chart: source.chart,
    helm: { releaseName: source.releaseName, ...values },
  };
}

/** Argo CD wants a Helm chart's OCI registry without its scheme; with it, the address is an artifact of plain manifests. */
export function chartRepository(repo: string): string {
  return repo.startsWith('oci://') ? repo.slice('oci://'.length) : repo;
}
